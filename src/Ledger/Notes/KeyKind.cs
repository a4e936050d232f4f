namespace PoliceSocial.Ledger.Notes;

/// <summary>What a key signs, by the signature type byte that C2SP assigns.</summary>
public enum KeyKind : byte
{
    /// <summary>A log's own key: Ed25519 over the note's text.</summary>
    Log = 0x01,

    /// <summary>A witness's key: Ed25519 over the time and the note's text (C2SP tlog-cosignature).</summary>
    Witness = 0x04,
}
