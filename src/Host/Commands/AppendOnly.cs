namespace PoliceSocial.Host.Commands;

/// <summary>
/// Makes append-only ledger tables of those tables of the audit ledger whose rows are never changed, for SQL Server 2022 and later.
/// </summary>
internal static class AppendOnly
{
    /// <summary>Only <c>Detail</c> can be emptied, and <c>Turn</c>, <c>Alarm</c> and <c>Verification</c> are about the ledger, not of it.</summary>
    public static readonly IReadOnlyList<string> Tables = ["Word", "Entry", "Leaves", "Node", "SignedNote", "Erased", "Restoration", "TimeStamp", "Decision"];

    private const string End = "\n);";

    public static string In(string script)
    {
        var text = script.ReplaceLineEndings("\n");
        foreach (var table in Tables)
        {
            var start = text.IndexOf($"CREATE TABLE audit.{table} (", StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
            if (end >= 0)
                text = $"{text[..end]}\n) WITH (LEDGER = ON (APPEND_ONLY = ON));{text[(end + End.Length)..]}";
        }

        return text;
    }
}
