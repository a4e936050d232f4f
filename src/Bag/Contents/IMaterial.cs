namespace PoliceSocial.Bag.Contents;

/// <summary>
/// What goes into an export, already redacted: what is removed never gets here. Parts are read in order, as streams.
/// </summary>
public interface IMaterial
{
    /// <summary>What was removed, and why.</summary>
    IReadOnlyList<Removal> Removed { get; }

    /// <summary>The exhibits.</summary>
    IReadOnlyList<Exhibit> Exhibits { get; }

    /// <summary>Media originals, before the timeline that shows them.</summary>
    IAsyncEnumerable<MediaOriginal> MediaAsync(CancellationToken ct);

    /// <summary>Files that go in as they are: the incident's own record, the documents that were handed over.</summary>
    IAsyncEnumerable<DataFile> FilesAsync(CancellationToken ct);

    /// <summary>Messages, answers, notes and deeds of all networks together, in order of time.</summary>
    IAsyncEnumerable<TimelineLine> TimelineAsync(CancellationToken ct);

    /// <summary>Items as received, in order of the exchange with the network that brought them.</summary>
    IAsyncEnumerable<CapturedOriginal> OriginalsAsync(CancellationToken ct);

    /// <summary>Who had the material, saw it or changed it, in order of time; asked after the ledger, several times.</summary>
    IAsyncEnumerable<CustodyLine> CustodyAsync(CancellationToken ct);

    /// <summary>The ledger's extract, or null where there is none yet.</summary>
    Task<LedgerExtract?> LedgerAsync(CancellationToken ct);
}

/// <summary>Something that was taken out.</summary>
/// <param name="What">What it was a part of: a message, an attachment, a person's name.</param>
/// <param name="Which">Which one, by its number in this export.</param>
/// <param name="Why">Why.</param>
/// <param name="By">Who decided it.</param>
public sealed record Removal(string What, string Which, string Why, string By);

/// <summary>An exhibit.</summary>
/// <param name="Mark">Initials and number, as in SR/1.</param>
/// <param name="What">What it is.</param>
/// <param name="ProducedBy">Who produces it.</param>
/// <param name="MarkedAt">When it was marked.</param>
/// <param name="Relevant">Whether it is relevant.</param>
/// <param name="Sensitive">Whether it is sensitive, and why; null where it is not.</param>
/// <param name="Used">True where the prosecution means to rely on it; false: unused material.</param>
/// <param name="Where">Where in the bag it is.</param>
public sealed record Exhibit(string Mark, string What, string ProducedBy, DateTimeOffset MarkedAt, bool Relevant, string? Sensitive, bool Used, string Where);

/// <summary>A media original.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="Name">Its name in the bag, below <c>media/</c>.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Open">Opens its bytes.</param>
public sealed record MediaOriginal(long Id, string Name, string Type, Func<CancellationToken, Task<Stream>> Open);

/// <summary>A file that goes in as it is.</summary>
/// <param name="Path">Its path below <c>data/</c>.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record DataFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>Somebody had, saw, changed or handed over the material.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="What">What was done.</param>
/// <param name="Entry">The number of the ledger's entry that records it, or null.</param>
public sealed record CustodyLine(DateTimeOffset At, string Who, string What, long? Entry);

/// <summary>Entries of the ledger about this material, with what proves them.</summary>
/// <param name="Key">The ledger's public keys, as in <c>log.pub</c>.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
/// <param name="Entries">The entries with their paths to the checkpoint's root.</param>
public sealed record LedgerExtract(string Key, string Checkpoint, IAsyncEnumerable<ProvenLine> Entries);

/// <summary>An entry of the ledger and its proof.</summary>
/// <param name="Line">The entry's line, as docs/ledger-format.md gives it.</param>
/// <param name="Index">Its number.</param>
/// <param name="Path">The hashes from its leaf to the root, in hexadecimal.</param>
public sealed record ProvenLine(string Line, long Index, IReadOnlyList<string> Path);
