using System.Globalization;
using System.Text;
using PoliceSocial.Bag.Paths;
using PoliceSocial.Bag.Sealing;
using PoliceSocial.Bag.Zip;

namespace PoliceSocial.Bag.Writing;

/// <summary>
/// Writes a BagIt bag (RFC 8493) as one zip, front to back: payload files first, then the manifests, the time-stamps, and last the
/// tag manifests and the signature over them. Memory does not grow with the bag, but for a line for each file.
/// </summary>
public sealed class BagWriter
{
    private readonly ZipWriter _zip;
    private readonly string _folder;
    private readonly List<FileDigest> _payload = [];
    private readonly List<FileDigest> _tags = [];
    private readonly NameSet _names = new();
    private bool _isOpen;

    /// <summary>Begins a bag.</summary>
    /// <param name="output">Where the zip goes; only written to, front to back.</param>
    /// <param name="name">The bag's folder inside the zip.</param>
    /// <param name="at">The time that the zip gives its files.</param>
    public BagWriter(Stream output, string name, DateTimeOffset at)
    {
        if (SafePath.Refusal(name) is { } refusal || name.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' is no name for a bag.", nameof(name));
        (_zip, _folder) = (new(output, at), name);
    }

    /// <summary>The payload files written so far.</summary>
    public IReadOnlyList<FileDigest> Payload => _payload;

    /// <summary>Begins a payload file; dispose it before the next one begins.</summary>
    /// <param name="path">Its path below <c>data/</c>.</param>
    /// <param name="packing">How it lies in the zip.</param>
    public BagFileStream Add(string path, Packing packing) => Begin($"data/{path}", packing, _payload);

    /// <summary>Adds a small payload file of text.</summary>
    public async Task<FileDigest> AddTextAsync(string path, string text, CancellationToken ct)
    {
        await using (var file = Add(path, Packing.Deflated))
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        return _payload[^1];
    }

    /// <summary>Ends the bag: manifests, time-stamps, signature, directory. What the authorities did not answer is returned.</summary>
    /// <param name="info">The lines of <c>bag-info.txt</c>, in order.</param>
    /// <param name="seal">Who signs and who stamps the time.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SealedBag> CompleteAsync(IReadOnlyList<BagInfoLine> info, BagSeal seal, CancellationToken ct)
    {
        await TagAsync("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", ct);
        await TagAsync(Manifests.Payload(256), Manifests.Text(_payload, f => f.Sha256), ct);
        var manifest = Encoding.UTF8.GetBytes(Manifests.Text(_payload, f => f.Sha512));
        await TagAsync(Manifests.Payload(512), manifest, ct);
        var stamps = await StampAsync(manifest, seal, ct);
        await TagAsync(BagLayout.Info, BagInfoLine.Text([.. info, .. Closing(seal, stamps)]), ct);
        var listed = _tags.ToList();
        await TagAsync(Manifests.Tags(256), Manifests.Text(listed, f => f.Sha256), ct);
        var sealing = Encoding.UTF8.GetBytes(Manifests.Text(listed, f => f.Sha512));
        await TagAsync(Manifests.Tags(512), sealing, ct);
        await TagAsync(BagLayout.Signature, ManifestSignature.Sign(sealing, seal.Certificate, seal.Chain, seal.At), ct);
        _zip.Finish();
        return new(_payload.Count, _payload.Sum(f => f.Length), Convert.ToHexStringLower(_tags[^2].Sha256.Span), stamps);
    }

    private async Task<IReadOnlyList<StampOutcome>> StampAsync(byte[] manifest, BagSeal seal, CancellationToken ct)
    {
        var outcomes = new List<StampOutcome>();
        foreach (var authority in seal.Authorities)
        {
            var outcome = await authority.StampAsync(manifest, ct);
            outcomes.Add(outcome);
            if (outcome.Token is { } token)
                await TagAsync(BagLayout.Stamp(outcomes.Count), token, ct);
        }

        return outcomes;
    }

    private IEnumerable<BagInfoLine> Closing(BagSeal seal, IReadOnlyList<StampOutcome> stamps)
    {
        yield return new("Payload-Oxum", string.Create(CultureInfo.InvariantCulture, $"{_payload.Sum(f => f.Length)}.{_payload.Count}"));
        yield return new(BagLayout.CertificateLabel, ManifestSignature.Fingerprint(seal.Certificate));
        if (seal.Chain.Count > 0)
            yield return new(BagLayout.ChainLabel, string.Join(' ', seal.Chain.Select(ManifestSignature.Fingerprint)));
        yield return new(BagLayout.SignerLabel, seal.CertificateSaid);
        for (var i = 0; i < stamps.Count; i++)
            yield return new(BagLayout.StampLabel, stamps[i].Token is null ? $"{stamps[i].Authority}: none ({stamps[i].Problem})" : $"{stamps[i].Authority}: {BagLayout.Stamp(i + 1)}");
        if (stamps.Count == 0)
            yield return new(BagLayout.StampLabel, "none: no authority is configured");
    }

    private Task TagAsync(string path, string text, CancellationToken ct) => TagAsync(path, Encoding.UTF8.GetBytes(text), ct);

    private async Task TagAsync(string path, byte[] bytes, CancellationToken ct)
    {
        await using var file = Begin(path, Packing.Deflated, _tags);
        await file.WriteAsync(bytes, ct);
    }

    private BagFileStream Begin(string path, Packing packing, List<FileDigest> list)
    {
        if (_isOpen)
            throw new InvalidOperationException($"End the file before '{path}' begins.");
        if (_names.Add(path) is { } refusal)
            throw new ArgumentException($"'{path}' cannot be in a bag: {refusal}.", nameof(path));
        _isOpen = true;
        return new(_zip, _folder, path, packing, digest =>
        {
            list.Add(digest);
            _isOpen = false;
        });
    }
}
