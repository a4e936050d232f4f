using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Looks up who wrote: direct messages name only the account.</summary>
internal sealed class People(Xrpc xrpc)
{
    private const int BatchSize = 25;
    private const int Remembered = 500;
    private readonly ConcurrentDictionary<string, NetworkProfile> _known = new(StringComparer.Ordinal);

    public NetworkProfile Find(string did) => _known.GetValueOrDefault(did) ?? new NetworkProfile(did, did, "");

    /// <summary>Makes sure that these people are known as far as the network tells; null where it answered.</summary>
    public async Task<Failure?> MeetAsync(IEnumerable<string> dids, CancellationToken ct)
    {
        var strangers = dids.Where(did => did.Length > 0 && !_known.ContainsKey(did)).Distinct().ToList();
        if (_known.Count + strangers.Count > Remembered)
            _known.Clear();
        foreach (var batch in strangers.Chunk(BatchSize))
        {
            var answer = await xrpc.GetAsync("app.bsky.actor.getProfiles", string.Join('&', batch.Select(did => $"actors={Uri.EscapeDataString(did)}")), ct);
            if (answer.Failure is { Trouble: not Trouble.Refused })
                return answer.Failure;
            using var json = answer.Value is null ? null : Json.TryParse(answer.Value.Body);
            foreach (var profile in Json.Elements(json is null ? default : Json.Member(json.RootElement, "profiles")).Select(ReadPost.Profile))
                _known[profile.NetworkId] = profile;
        }
        return null;
    }
}
