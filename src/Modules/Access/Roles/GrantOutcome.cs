namespace PoliceSocial.Access.Roles;

/// <summary>What becomes of a change of who may do what.</summary>
internal enum GrantOutcome
{
    Done,
    Unknown,
    ChangedMeanwhile,
    NotAllowed,
    OwnGrants,
    LastAdministrator,
    AdministratorReadsConversations,
    AuditorChangesThings,
    NothingChosen,
    AlreadyHeld,
    NameMissing,
    NameTaken,
}

/// <summary>What an administrator reads of it.</summary>
internal static class GrantWords
{
    public static string Of(GrantOutcome outcome) => outcome switch
    {
        GrantOutcome.Done => "Saved.",
        GrantOutcome.Unknown => "This is no longer there: somebody else removed it. Nothing was changed.",
        GrantOutcome.ChangedMeanwhile => "Somebody else changed this while you were working on it. Nothing of yours was saved: look at it as it is now, and repeat what is still needed.",
        GrantOutcome.NotAllowed => "You may manage people, but not decide what they may do. Ask somebody who may manage roles. Nothing was changed.",
        GrantOutcome.OwnGrants => "This would change what you yourself may do. Ask another administrator to do it. Nothing was changed.",
        GrantOutcome.LastAdministrator => "Nobody would be left who can manage people and roles. Make somebody else an administrator first. Nothing was changed.",
        GrantOutcome.AdministratorReadsConversations => "The same person would manage people and work with conversations. Those two are kept apart: give them to different people, or to two accounts. Nothing was changed.",
        GrantOutcome.AuditorChangesThings => "The same person would read the ledger and change what it records. Those two are kept apart: give them to different people, or to two accounts. Nothing was changed.",
        GrantOutcome.NothingChosen => "Choose at least one channel or team, or let the role hold everywhere.",
        GrantOutcome.AlreadyHeld => "They hold this role already. Take it away first to give it with other limits.",
        GrantOutcome.NameMissing => "Enter a name of 100 characters or fewer.",
        GrantOutcome.NameTaken => "There is one with this name already. Choose another name.",
    };
}
