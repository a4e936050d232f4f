using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Asks the network who we are.</summary>
internal sealed class Account(Xrpc xrpc)
{
    public async Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct)
    {
        var answer = await xrpc.GetAsync("com.atproto.server.getSession", "", ct);
        if (answer.Failed)
            return answer.Failure.ToReading<ChannelIdentity>();
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null
            || Json.Text(json.RootElement, "did") is not { Length: > 0 } did
            || Json.Text(json.RootElement, "handle") is not { Length: > 0 } handle)
        {
            return new Outcome<ChannelIdentity>.Broken("Bluesky's answer about the account cannot be read.");
        }

        if (Json.Member(json.RootElement, "active").ValueKind == System.Text.Json.JsonValueKind.False)
            return new Outcome<ChannelIdentity>.Reconnect("The account is closed on Bluesky.");
        return new Outcome<ChannelIdentity>.Success(
            new ChannelIdentity(did, handle, await NameAsync(did, ct) ?? handle, await xrpc.EndsAsync(ct)));
    }

    // The name is only for show: where it cannot be had now, the handle does.
    private async Task<string?> NameAsync(string did, CancellationToken ct)
    {
        var answer = await xrpc.GetAsync("app.bsky.actor.getProfile", $"actor={Uri.EscapeDataString(did)}", ct);
        using var json = answer.Value is null ? null : Json.TryParse(answer.Value.Body);
        return json is not null && Json.Text(json.RootElement, "displayName") is { Length: > 0 } name ? name : null;
    }
}
