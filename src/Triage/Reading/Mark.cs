namespace PoliceSocial.Triage.Reading;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">How many.</param>
public sealed record Mark(int Start, int Length)
{
    /// <summary>Does it lie inside another?</summary>
    public bool IsWithin(Mark other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start >= other.Start && Start + Length <= other.Start + other.Length;
    }
}
