using System.Collections.Concurrent;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Refused;

/// <summary>Records that somebody asked for what they may not do; once a minute for each person and path, however often they ask.</summary>
internal sealed class AccessRefusal(Store<AccessModule> store, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("access.refuse");

    private const int SweepAt = 10_000;
    private const int LongestPath = 200;
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(long Person, string Path), long> _recorded = new();

    public async Task RecordAsync(Person person, string permission, string path, CancellationToken ct)
    {
        var key = (person.Id, path.Length > LongestPath ? path[..LongestPath] : path);
        if (!IsNew(key))
            return;
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new AccessDenied(person.Id, permission, key.Item2));
        await session.CommitAsync(ct);
    }

    private bool IsNew((long Person, string Path) key)
    {
        if (_recorded.Count > SweepAt)
        {
            foreach (var old in _recorded.Where(r => clock.GetElapsedTime(r.Value) >= Once).Select(r => r.Key))
                _recorded.TryRemove(old, out _);
        }

        var now = clock.GetTimestamp();
        return _recorded.TryGetValue(key, out var then)
            ? clock.GetElapsedTime(then, now) >= Once && _recorded.TryUpdate(key, now, then)
            : _recorded.TryAdd(key, now);
    }
}
