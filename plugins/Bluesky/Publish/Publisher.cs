using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Publishes and deletes as the channel.</summary>
internal sealed class Publisher(ConnectorContext context, Xrpc xrpc, PublicPosts posts, PrivateMessages messages)
{
    public Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct) => outbound.Kind switch
    {
        OutboundKind.Post or OutboundKind.PublicReply => posts.PublishAsync(outbound, ct),
        OutboundKind.PrivateMessage => messages.PublishAsync(outbound, ct),
    };

    public Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct) => outbound.Kind switch
    {
        OutboundKind.Post or OutboundKind.PublicReply => posts.FindAsync(outbound, ct),
        OutboundKind.PrivateMessage => messages.FindAsync(outbound, ct),
    };

    public async Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct)
    {
        if (Names.Parts(networkId) is not { } parts)
            return new Outcome<Deleted>.Refused("Bluesky cannot take a direct message back: its recipient keeps it.");
        var did = await xrpc.DidAsync(ct);
        if (did.Failed)
            return did.Failure.ToReading<Deleted>();
        if (parts.Did != did.Value)
            return new Outcome<Deleted>.Refused("This post is somebody else's.");
        var body = PostRecord.Deletion(parts.Did, parts.Collection, parts.Key);
        var answer = await xrpc.PostAsync("com.atproto.repo.deleteRecord", body, "application/json", ct);
        return answer.Failed ? answer.Failure.ToChange<Deleted>() : new Outcome<Deleted>.Success(new Deleted(context.Clock.GetUtcNow()));
    }
}
