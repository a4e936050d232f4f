namespace PoliceSocial.Bag.Contents;

/// <summary>What an export is: of what, for whom, on what basis, and who made it with what.</summary>
public sealed record Disclosure
{
    /// <summary>The export's own reference; every identifier in the bag is made from it.</summary>
    public required string Reference { get; init; }

    /// <summary>The force.</summary>
    public required string Force { get; init; }

    /// <summary>What it covers, in words.</summary>
    public required string Scope { get; init; }

    /// <summary>The number of the incident or investigation, or empty.</summary>
    public string Investigation { get; init; } = "";

    /// <summary>Who receives it.</summary>
    public required string Recipient { get; init; }

    /// <summary>The lawful basis of the disclosure.</summary>
    public required string Basis { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Producer { get; init; }

    /// <summary>The zone in which people read times; machines read UTC.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>How the signing certificate came to be, said plainly.</summary>
    public required string CertificateSaid { get; init; }

    /// <summary>A font file (TrueType) that the PDF embeds; null: the bag holds no PDF, and says so.</summary>
    public ReadOnlyMemory<byte>? Font { get; init; }
}
