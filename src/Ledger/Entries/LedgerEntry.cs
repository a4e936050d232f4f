using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Entries;

/// <summary>
/// What a leaf says: who did what to what, when and from where, in identifiers and codes. Every text is a token of at most 200
/// letters, digits and <c>. _ - : / = +</c>: a name, an e-mail address or a sentence does not fit. Whatever is personal goes into
/// the facts, of which the leaf holds a salted hash only.
/// </summary>
public readonly record struct LedgerEntry
{
    /// <summary>The entry's place in its log, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The entry's own id.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened; kept to the microsecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The module it happened in.</summary>
    public required string Module { get; init; }

    /// <summary>The type of the event.</summary>
    public required string Event { get; init; }

    /// <summary>The kind of act that caused it, and which one; empty where nobody acted.</summary>
    public string Act { get; init; }

    public string ActId { get; init; }

    /// <summary>Whether a person, a connector or the system acted, and which one.</summary>
    public string ActorKind { get; init; }

    public string ActorId { get; init; }

    /// <summary>What it was done to, as <c>kind:id</c>.</summary>
    public string Subject { get; init; }

    /// <summary>Which session it came from.</summary>
    public string Session { get; init; }

    /// <summary>A hash of the network address it came from.</summary>
    public string Address { get; init; }

    /// <summary>The code of the purpose given, where policy asks for one.</summary>
    public string Purpose { get; init; }

    /// <summary>The salted hash of the facts: <see cref="Facts.Seal"/>.</summary>
    public required TreeHash Facts { get; init; }
}
