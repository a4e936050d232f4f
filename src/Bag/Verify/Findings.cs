namespace PoliceSocial.Bag.Verify;

/// <summary>What was found so far.</summary>
internal sealed class Findings
{
    /// <summary>More than these nobody reads.</summary>
    private const int Most = 10_000;

    private readonly List<BagFinding> _all = [];

    public IReadOnlyList<BagFinding> All => _all;

    public List<string> Notices { get; } = [];

    public void Add(FindingKind kind, string? path, string what)
    {
        if (_all.Count < Most)
            _all.Add(new(kind, path, what));
    }
}
