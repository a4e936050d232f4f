using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Keeping;

/// <summary>An older copy of the ledger that somebody answered for.</summary>
internal sealed record RestorationRow
{
    public static readonly Statement<RestorationRow> All = Statement.Of<RestorationRow>(
        "SELECT Number, FromSize, LostSize FROM audit.Restoration ORDER BY Number");

    /// <summary>The number of the checkpoint that says so.</summary>
    public required long Number { get; init; }

    public required long FromSize { get; init; }

    public required long LostSize { get; init; }
}
