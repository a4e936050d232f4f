using System.Text;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Verify;

/// <summary>One run over one bag.</summary>
internal sealed class BagCheck(IBagSource source, VerifyOptions options)
{
    private const int LongestTagFile = 1 << 28;
    private static readonly string[] Declaration = ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"];
    private readonly Findings _findings = new();
    private readonly Dictionary<string, FileDigest> _digests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    public async Task<BagReport> RunAsync(CancellationToken ct)
    {
        CheckStructure();
        await HashAsync(ct);
        Compare(payload: true, Manifests.Payload(256), Manifests.Payload(512), source.Items.Keys.Where(IsPayload));
        Compare(payload: false, Manifests.Tags(256), Manifests.Tags(512), source.Items.Keys.Where(p => !IsPayload(p) && !IsSeal(p)));
        CheckForm();
        var info = BagInfo.Read(Text(BagLayout.Info) ?? []);
        CheckOxum(info);
        new SignatureCheck(options, _findings).Run(Text(Manifests.Tags(512)), Text(BagLayout.Signature), info);
        var stamps = new StampCheck(options, _findings).Run(Text(Manifests.Payload(512)), source.Items.Keys.Where(IsStamp).Select(p => (p, Text(p) ?? [])));
        if (stamps.Count == 0)
            _findings.Notices.Add("No authority has stamped the time: when the bag was made is only what the force says.");
        var entries = new LedgerCheck(source, options, _findings).Run();
        var payload = _digests.Values.Where(d => IsPayload(d.Path)).ToList();
        return new(_findings.All, _findings.Notices, info, payload.Count, payload.Sum(d => d.Length), stamps, entries);
    }

    private static bool IsPayload(string path) => path.StartsWith("data/", StringComparison.Ordinal);

    private static bool IsSeal(string path) => path == Manifests.Tags(256) || path == Manifests.Tags(512) || path == BagLayout.Signature;

    private static bool IsStamp(string path) => path.StartsWith("timestamp-", StringComparison.Ordinal) && path.EndsWith(".tst", StringComparison.Ordinal);

    private void CheckStructure()
    {
        if (source.Items.ContainsKey("fetch.txt"))
            _findings.Add(FindingKind.NotABag, "fetch.txt", "The bag would fetch files from elsewhere (fetch.txt). Evidence is complete in itself.");
        var said = Text("bagit.txt") is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')) : null;
        if (said is null)
            _findings.Add(FindingKind.NotABag, "bagit.txt", "bagit.txt is missing: this is no bag, or its declaration was removed.");
        else if (!said.SequenceEqual(Declaration))
            _findings.Add(FindingKind.NotABag, "bagit.txt", "bagit.txt does not declare BagIt 1.0 with tag files in UTF-8.");
        if (!source.Items.ContainsKey(BagLayout.Info))
            _findings.Add(FindingKind.NotABag, BagLayout.Info, "bag-info.txt is missing.");
    }

    private async Task HashAsync(CancellationToken ct)
    {
        using var hashing = new Hashing();
        foreach (var item in source.Items.Values)
        {
            try
            {
                await using var stream = source.Open(item);
                _digests[item.Path] = await hashing.OfAsync(item.Path, stream, ct);
            }
            catch (InvalidDataException e)
            {
                _unreadable.Add(item.Path);
                _findings.Add(FindingKind.Changed, item.Path, $"{item.Path} was changed, and cannot be unpacked: {e.Message}.");
            }
        }
    }

    private void Compare(bool payload, string name256, string name512, IEnumerable<string> present)
    {
        var sha256 = ReadManifest(name256, 256, payload);
        var sha512 = ReadManifest(name512, 512, payload);
        if (sha256 is not null && sha512 is not null)
            new Comparison(sha256, sha512, _digests, _unreadable, _findings).Run(present);
    }

    private Manifest? ReadManifest(string name, int bits, bool payload)
    {
        if (Text(name) is { } bytes)
            return Manifest.Read(name, bytes, bits, payload, _findings);
        _findings.Add(FindingKind.NotABag, name, $"{name} is missing or cannot be read, so the files cannot be compared with it.");
        return null;
    }

    /// <summary>The signature is over the other tag manifest: this one has one form alone, or a line end could change unseen.</summary>
    private void CheckForm()
    {
        var name = Manifests.Tags(256);
        var made = Encoding.UTF8.GetBytes(Manifests.Text(_digests.Values.Where(d => !IsPayload(d.Path) && !IsSeal(d.Path)), d => d.Sha256));
        if (_findings.All.Count == 0 && Text(name)?.AsSpan().SequenceEqual(made) == false)
            _findings.Add(FindingKind.Changed, name, $"{name} was changed: it names the right files with the right hashes, but not in the form in which a bag has them.");
    }

    private void CheckOxum(IReadOnlyList<KeyValuePair<string, string>> info)
    {
        var payload = _digests.Values.Where(d => IsPayload(d.Path)).ToList();
        var counted = FormattableString.Invariant($"{payload.Sum(d => d.Length)}.{payload.Count}");
        var said = info.LastOrDefault(l => l.Key == "Payload-Oxum").Value;
        if (said is not null && said != counted && _findings.All.Count == 0)
            _findings.Add(FindingKind.NotABag, BagLayout.Info, $"bag-info.txt says that the payload is {said} (bytes.files); it is {counted}.");
    }

    /// <summary>A small file's bytes; null where it is not there or cannot be unpacked.</summary>
    private byte[]? Text(string path)
    {
        if (!source.Items.TryGetValue(path, out var item) || item.Length > LongestTagFile)
            return null;
        try
        {
            using var stream = source.Open(item);
            using var bytes = new MemoryStream((int)item.Length);
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            // Named when every file was hashed.
            return null;
        }
    }
}
