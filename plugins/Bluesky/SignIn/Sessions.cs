using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Hands out the credential in use and renews it before it runs out, one renewal at a time: a refresh token is good for one use, and
/// during a swap of versions two connectors share it.
/// </summary>
internal sealed class Sessions(ConnectorContext context, SessionStore store, AppPasswordSignIn passwords, Grants grants) : IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile StoredSession? _current;

    public async Task<Result<StoredSession>> CurrentAsync(CancellationToken ct)
    {
        if (_current is { } session && !RunsOut(session))
            return session;
        await _turn.WaitAsync(ct);
        try
        {
            return Keep(await store.FindAsync(ct) is { } stored
                ? RunsOut(stored) ? await RenewStoredAsync(stored, ct) : stored
                : await passwords.SignInAsync(ct));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Replaces a session that the network has said is over.</summary>
    public async Task<Result<StoredSession>> RenewAsync(StoredSession over, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var stored = await store.FindAsync(ct);
            if (stored is null)
                return Keep(await passwords.SignInAsync(ct));
            return Keep(stored.AccessToken != over.AccessToken ? stored : await RenewStoredAsync(stored, ct));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes a session that a person has just given.</summary>
    public async Task TakeAsync(StoredSession session, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await store.SaveAsync(session, ct);
            _current = session;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Result<StoredSession>> RenewStoredAsync(StoredSession stored, CancellationToken ct)
    {
        var renewed = stored.Grant is null ? await passwords.RefreshAsync(stored, ct) : await grants.RefreshAsync(stored, ct);
        if (renewed.Failure is not { Trouble: Trouble.SignedOut or Trouble.Expired or Trouble.Refused })
            return renewed;
        // Another connector of this channel may have used the refresh token first.
        if (await store.FindAsync(ct) is { } other && other.RefreshToken != stored.RefreshToken)
            return other;
        return stored.Grant is null
            ? await passwords.SignInAsync(ct)
            : new Failure(Trouble.SignedOut, "The permission given on Bluesky's own page has run out or was withdrawn.");
    }

    private Result<StoredSession> Keep(Result<StoredSession> result)
    {
        _current = result.Value;
        return result;
    }

    private bool RunsOut(StoredSession session) => session.AccessExpires - Ahead <= context.Clock.GetUtcNow();

    public void Dispose() => _turn.Dispose();
}
