using System.Collections.Concurrent;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Looks up who the other person of a conversation is: a message that the channel wrote does not name its recipient.</summary>
internal sealed class Correspondents(Xrpc xrpc)
{
    private const int Remembered = 500;
    private readonly ConcurrentDictionary<string, NetworkProfile?> _known = new(StringComparer.Ordinal);

    /// <summary>The other person; null for a group, or where the network does not say.</summary>
    public NetworkProfile? Find(string conversation) => _known.GetValueOrDefault(conversation);

    /// <summary>Makes sure that the other sides of these conversations are known as far as the network tells; null where it answered.</summary>
    public async Task<Failure?> MeetAsync(IEnumerable<string> conversations, string me, string proxy, CancellationToken ct)
    {
        foreach (var conversation in conversations.Where(id => id.Length > 0 && !_known.ContainsKey(id)).Distinct().ToList())
        {
            var answer = await xrpc.GetAsync("chat.bsky.convo.getConvo", $"convoId={Uri.EscapeDataString(conversation)}", ct, proxy);
            if (answer.Failure is { Trouble: not (Trouble.Refused or Trouble.SignedOut) })
                return answer.Failure;
            using var json = answer.Value is null ? null : Json.TryParse(answer.Value.Body);
            var members = json is null ? default : Json.Member(Json.Member(json.RootElement, "convo"), "members");
            var others = Json.Elements(members).Select(ReadPost.Profile).Where(member => member.NetworkId != me).ToList();
            if (_known.Count >= Remembered)
                _known.Clear();
            _known[conversation] = others is [var other] ? other : null;
        }
        return null;
    }
}
