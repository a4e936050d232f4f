using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Access.People;

/// <summary>Lets a person in no more and ends their sessions at once. What they did stays under their name.</summary>
internal sealed class DisablePerson(GrantChanges changes, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.disable-person");

    public async Task<GrantOutcome> HandleAsync(Act act, long personId, string reason, CancellationToken ct)
    {
        if (act.Actor == new Actor(ActorKind.Person, personId))
            return GrantOutcome.OwnGrants;
        await using var session = await changes.BeginAsync(act, ct);
        if (await session.FindAsync(PersonStatements.ById, new { id = personId }, ct) is not { State: not PersonState.Disabled } row)
            return GrantOutcome.Unknown;
        var disabled = row with { State = PersonState.Disabled, SetupHash = null, SetupUntil = null, SecurityStamp = Secret.New() };
        await session.ExecuteAsync(PersonStatements.Save, disabled, ct);
        await session.ExecuteAsync(SessionStatements.EndAll, new { personId, keep = 0L, now = clock.GetUtcNow() }, ct);
        session.Raise(new PersonDisabled(personId, reason.Trim()));
        return await changes.CommitAsync(session, ct);
    }
}
