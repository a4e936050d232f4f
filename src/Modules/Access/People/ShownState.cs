namespace PoliceSocial.Access.People;

/// <summary>A person's state in a word.</summary>
internal sealed record ShownState(string Words, string Badge)
{
    public static ShownState Of(PersonRow person, DateTimeOffset now) => person switch
    {
        { State: PersonState.Disabled } => new("Disabled", ""),
        { State: PersonState.Invited } when person.SetupUntil <= now => new("Link too old", "badge--warning"),
        { State: PersonState.Invited } => new("Has a link", "badge--info"),
        _ when person.IsLockedAt(now) => new("Locked out", "badge--warning"),
        _ => new("Active", "badge--success"),
    };
}
