namespace PoliceSocial.Host.Shelf;

/// <summary>What came of putting a version into use.</summary>
internal abstract record SwapOutcome
{
    private SwapOutcome()
    {
    }

    /// <summary>It answers from now on; the old version, if any, is draining.</summary>
    /// <param name="Took">From the gate to the swap.</param>
    public sealed record Active(TimeSpan Took) : SwapOutcome;

    /// <summary>It does not, and what ran before still runs.</summary>
    /// <param name="Why">A sentence that says what to do.</param>
    public sealed record Kept(string Why) : SwapOutcome;
}
