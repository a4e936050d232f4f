using Microsoft.Extensions.Options;
using PoliceSocial.Access.People;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Sessions;

/// <summary>Lists a person's open sessions, and ends them all together with a change of how they sign in.</summary>
internal sealed class OpenSessions(Store<AccessModule> store, IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int Most = 100;

    public Task<IReadOnlyList<SessionRow>> OfAsync(long personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return store.QueryAsync(SessionStatements.OpenOfPerson, new { personId, now, seenSince = now - options.Value.Idle, take = Most }, ct);
    }

    /// <summary>When the account is saved, all its sessions end, save perhaps the one that asked.</summary>
    public Account EndWith(Account account, long? keep = null) => account.Together(async (session, ct) =>
    {
        if (await session.ExecuteAsync(SessionStatements.EndAll, new { personId = account.Id, keep = keep ?? 0, now = clock.GetUtcNow() }, ct) > 0)
            session.Raise(new SessionsRevoked(account.Id, keep));
    });
}
