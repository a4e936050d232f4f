namespace PoliceSocial.Ledger.Notes;

/// <summary>Who signed a note, as far as a set of known keys can tell.</summary>
public enum NoteTrust
{
    /// <summary>At least one known key's signature verifies, and none fails.</summary>
    Genuine,

    /// <summary>No signature is by a known key.</summary>
    NobodyKnown,

    /// <summary>A signature that claims to be by a known key is not.</summary>
    Forged,
}
