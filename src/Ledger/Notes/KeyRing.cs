namespace PoliceSocial.Ledger.Notes;

/// <summary>The keys a verifier knows: the ledger's, present and past, and its witnesses'.</summary>
public sealed class KeyRing(IReadOnlyList<VerifierKey> keys)
{
    public IReadOnlyList<VerifierKey> Keys { get; } = keys;

    /// <summary>Reads a file of verifier keys, one to a line. Empty lines and lines that begin with # say nothing.</summary>
    /// <returns>Null where a line is not a verifier key, or there is no key at all.</returns>
    public static KeyRing? Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var keys = lines.Select(VerifierKey.Read).OfType<VerifierKey>().ToList();
        return keys.Count == lines.Count && keys.Count > 0 ? new(keys) : null;
    }

    /// <summary>Judges a note's signatures by keys of one kind; signatures by unknown keys neither help nor harm.</summary>
    public NoteTrust Judge(SignedNote note, KeyKind kind)
    {
        var text = note.TextBytes;
        var known = from signature in note.Signatures
                    from key in Keys
                    where key.Kind == kind && key.Claims(signature)
                    select key.Verify(text, signature);
        var verdicts = known.ToList();
        return verdicts.Contains(false) ? NoteTrust.Forged : verdicts.Count == 0 ? NoteTrust.NobodyKnown : NoteTrust.Genuine;
    }
}
