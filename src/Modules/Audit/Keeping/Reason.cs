namespace PoliceSocial.Audit.Keeping;

/// <summary>Why something is done to the ledger: it goes on record, so it may not be empty.</summary>
internal static class Reason
{
    private const int Longest = 500;

    /// <summary>Says what is wrong with a reason; null where it will do.</summary>
    public static string? Problem(string? reason) => reason?.Trim() switch
    {
        null or "" => "Say why: it is kept in the ledger.",
        { Length: > Longest } => "Say it in at most 500 letters.",
        _ => null,
    };
}
