namespace PoliceSocial.Rehearsal.Play;

/// <summary>Where in the journal each message stands that the force sent, by its key. The lines themselves stay on disk.</summary>
internal sealed class SentMessages
{
    public const int Most = 100_000;

    private readonly Dictionary<string, (long Offset, int Length, bool Withdrawn)> _lines = new(StringComparer.Ordinal);

    public bool IsFull => _lines.Count >= Most;

    public void Note(Entry entry, long offset, int length)
    {
        if (entry.Kind is EntryKind.Sent)
            _lines[entry.Key!] = (offset, length, false);
        else if (entry.Key is { } key && _lines.TryGetValue(key, out var line))
            _lines[key] = line with { Withdrawn = true };
    }

    public (long Offset, int Length)? Find(string key) => _lines.TryGetValue(key, out var line) ? (line.Offset, line.Length) : null;

    public bool IsThere(string key) => _lines.TryGetValue(key, out var line) && !line.Withdrawn;
}
