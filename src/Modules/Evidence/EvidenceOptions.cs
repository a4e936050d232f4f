namespace PoliceSocial.Evidence;

/// <summary>What a force sets about evidence.</summary>
internal sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>The force's name as bags and forms give it.</summary>
    public string Force { get; set; } = "This force";

    /// <summary>A PFX file with the certificate that signs; null: see <see cref="Thumbprint"/>.</summary>
    public string? Certificate { get; set; }

    /// <summary>The PFX file's password.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>The thumbprint of a certificate in the machine's store; null and no file: the service makes one for itself.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>Addresses of time-stamp authorities (RFC 3161); none: bags say so.</summary>
    public IReadOnlyList<Uri> TimeStampAuthorities { get; set; } = [];

    /// <summary>Whether a disposal that one person proposes waits for another to confirm it.</summary>
    public bool DisposalNeedsSecondPerson { get; set; } = true;

    /// <summary>The hour of the night, local time, in which files are rewritten after disposals; changes wait meanwhile.</summary>
    public int RewriteHour { get; set; } = 3;

    /// <summary>A TrueType font that the PDF embeds; null: one that the system is known to have.</summary>
    public string? Font { get; set; }
}
