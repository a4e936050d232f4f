namespace PoliceSocial.Audit;

/// <summary>How the ledger is kept; the section <c>Audit</c> of the configuration.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>The ledger's name, which its key and every checkpoint carry. It counts when the key is made, and never after.</summary>
    public string Ledger { get; set; } = "policesocial.local/ledger";

    /// <summary>A second folder for the signed checkpoints, out of the database administrator's reach: a file share, say.</summary>
    public string? CheckpointFolder { get; set; }

    /// <summary>The shortest time between two checkpoints.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Authorities that stamp a checkpoint with the time (RFC 3161): their addresses. None means that nothing leaves the building.</summary>
    public IList<Uri> TimeStampAuthorities { get; } = [];

    /// <summary>How often each of them is asked, when there is something new.</summary>
    public TimeSpan TimeStampEvery { get; set; } = TimeSpan.FromHours(1);
}
