using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Sessions;

/// <summary>Finds out whether a cookie's session is open, and notes at most once a minute that it is in use.</summary>
internal sealed class SessionCheck(
    Store<AccessModule> store, AccessMemory memory, IOptions<AccessOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    public async Task<SessionRow?> FindAsync(long id, string secret, CancellationToken ct)
    {
        var session = await KeptAsync(id, ct);
        if (session is null || !Matches(session.SecretHash, secret) || !session.IsOpenAt(clock.GetUtcNow(), options.Value.Idle))
            return null;
        return clock.GetUtcNow() - session.SeenAt < NoteEvery ? session : await NoteAsync(session, ct);
    }

    /// <summary>The session of a screen that is open, which keeps it alive; null where it has ended.</summary>
    public async ValueTask<SessionRow?> StillAsync(long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await KeptAsync(id, ct) is { } session && session.IsOpenAt(now, options.Value.Idle)
            ? now - session.SeenAt < options.Value.Idle / 4 ? session : await NoteAsync(session, ct)
            : null;
    }

    private static bool Matches(string hash, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Secret.Hash(secret)));

    private async ValueTask<SessionRow?> KeptAsync(long id, CancellationToken ct)
    {
        var session = await memory.GetAsync((typeof(SessionRow), id), token => store.FindAsync(SessionStatements.ById, new { id }, token), ct);
        // Ids that somebody makes up must not fill the memory.
        if (session is null)
            memory.Drop((typeof(SessionRow), id));
        return session;
    }

    private async Task<SessionRow?> NoteAsync(SessionRow session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using (var noting = await store.BeginBookkeepingAsync("when a session was last in use", ct))
        {
            if (await noting.ExecuteAsync(SessionStatements.Seen, new { id = session.Id, now }, ct) == 0)
            {
                // Another request noted it, or the session was ended a moment ago: ask the database, not the memory.
                session = await noting.FindAsync(SessionStatements.ById, new { id = session.Id }, ct) ?? session;
            }

            await noting.CommitAsync(ct);
        }

        memory.Drop((typeof(SessionRow), session.Id));
        return session.IsOpenAt(now, options.Value.Idle) ? session with { SeenAt = now } : null;
    }
}
