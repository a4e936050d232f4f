using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Verify;

/// <summary>Compares the files that are there with a pair of manifests, and names each that was changed, added, removed or renamed.</summary>
internal sealed class Comparison(Manifest sha256, Manifest sha512, IReadOnlyDictionary<string, FileDigest> digests, IReadOnlySet<string> unreadable, Findings findings)
{
    /// <summary>Compares.</summary>
    /// <param name="present">The paths that the manifests must list, and no others.</param>
    public void Run(IEnumerable<string> present)
    {
        CheckSameList();
        var there = present.ToHashSet(StringComparer.Ordinal);
        var listed = sha256.Hashes.Keys.Union(sha512.Hashes.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var path in listed.Intersect(there).Where(p => !unreadable.Contains(p)).Order(StringComparer.Ordinal))
            CheckBytes(path, digests[path]);
        var removed = listed.Except(there).Order(StringComparer.Ordinal).ToList();
        var added = there.Except(listed).Order(StringComparer.Ordinal).ToList();
        foreach (var path in removed)
            Missing(path, added);
        foreach (var path in added)
            findings.Add(FindingKind.Added, path, $"{path} was added: no manifest lists it.");
    }

    private void CheckSameList()
    {
        foreach (var path in sha256.Hashes.Keys.Except(sha512.Hashes.Keys).Concat(sha512.Hashes.Keys.Except(sha256.Hashes.Keys)))
            findings.Add(FindingKind.NotABag, path, $"Only one of the two manifests lists {path}.");
    }

    private void CheckBytes(string path, FileDigest digest)
    {
        var right = Fits(sha256, path, digest.Sha256) && Fits(sha512, path, digest.Sha512);
        if (!right)
            findings.Add(FindingKind.Changed, path, $"{path} was changed: its bytes are not those that the manifest's hash is of.");
    }

    private void Missing(string path, List<string> added)
    {
        // The same bytes under another name: said as what it is, and the other name is not reported a second time.
        var wanted = sha512.Hashes.GetValueOrDefault(path);
        var elsewhere = added.Find(a => digests.TryGetValue(a, out var digest) && Convert.ToHexStringLower(digest.Sha512.Span) == wanted);
        if (elsewhere is null)
        {
            findings.Add(FindingKind.Removed, path, $"{path} was removed: the manifests list it, and it is not there.");
            return;
        }

        added.Remove(elsewhere);
        findings.Add(FindingKind.Renamed, path, $"{path} was renamed to {elsewhere}.");
    }

    private static bool Fits(Manifest manifest, string path, ReadOnlyMemory<byte> hash) =>
        !manifest.Hashes.TryGetValue(path, out var said) || said == Convert.ToHexStringLower(hash.Span);
}
