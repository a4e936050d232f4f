namespace PoliceSocial.Inbox.Contacts.Looks;

/// <summary>What entitles somebody to look at one person again and again.</summary>
internal enum LookBasis
{
    /// <summary>The policy did not ask.</summary>
    NotAsked = 0,

    /// <summary>An authority for surveillance; its reference is kept.</summary>
    Authority = 1,

    /// <summary>It is contact with somebody who writes to the force, and not surveillance; the reason is kept.</summary>
    Contact = 2,
}

/// <summary>A look at a contact's history, as it is stored.</summary>
internal sealed record LookRow
{
    public required long Id { get; init; }

    public required long ContactId { get; init; }

    public required long ViewerId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Purpose { get; init; }

    public required LookBasis Basis { get; init; }

    /// <summary>The authority's reference, or why it is contact.</summary>
    public string? Grounds { get; init; }

    /// <summary>What for and on what grounds, as one sentence for the ledger.</summary>
    public string? InWords() => Basis switch
    {
        LookBasis.Authority => $"{Purpose ?? "no purpose asked"}; authority {Grounds}",
        LookBasis.Contact => $"{Purpose ?? "no purpose asked"}; contact, not surveillance, because {Grounds}",
        LookBasis.NotAsked => Purpose,
    };
}
