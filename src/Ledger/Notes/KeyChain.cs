namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// Judges a log's checkpoints in order, and follows the ledger from key to key: a checkpoint by a known key may hand over to
/// another, which is then known as well, and the keys that signed before it count no more.
/// </summary>
public sealed class KeyChain(KeyRing known)
{
    private readonly HashSet<VerifierKey> _retired = [];
    private readonly HashSet<VerifierKey> _signed = [];
    private List<VerifierKey> _keys = [.. known.Keys];

    /// <summary>The keys that count now, witnesses' included.</summary>
    public KeyRing Keys => new(_keys);

    /// <summary>Whether the key before signed the last change of keys; false where a key took over by itself.</summary>
    public bool WasHandedOver { get; private set; }

    /// <summary>Judges the signatures of the ledger's own keys. One that hands over changes who is believed after it.</summary>
    public NoteTrust Judge(SignedCheckpoint checkpoint)
    {
        var own = _keys.FindAll(k => k.Kind == KeyKind.Log && k.Name == checkpoint.Checkpoint.Log.Ledger);
        var trust = new KeyRing(own).Judge(checkpoint.Note, KeyKind.Log);
        if (trust != NoteTrust.Genuine)
            return trust;

        var signers = own.FindAll(k => checkpoint.Note.Signatures.Any(k.Claims));
        _signed.UnionWith(signers);
        if (checkpoint.Checkpoint.NextKey is not { } next)
            return trust;

        WasHandedOver = signers.Exists(k => k.ToString() != next);
        return HandOver(checkpoint.Note, VerifierKey.Read(next)!);
    }

    private NoteTrust HandOver(SignedNote note, VerifierKey next)
    {
        // Who hands over to a key that did not sign hands over to nobody: it may be somebody else's.
        if (new KeyRing([next]).Judge(note, KeyKind.Log) != NoteTrust.Genuine)
            return NoteTrust.Forged;

        _retired.UnionWith(_signed.Where(k => k.ToString() != next.ToString()));
        _signed.Clear();
        _keys = [.. _keys.Where(k => !_retired.Contains(k) && k.ToString() != next.ToString()), next];
        return NoteTrust.Genuine;
    }
}
