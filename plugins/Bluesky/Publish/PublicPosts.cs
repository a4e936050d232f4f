using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Publishes posts and answers that everybody sees, and finds them again.</summary>
internal sealed class PublicPosts(Xrpc xrpc, MentionResolver mentions, MediaUpload uploads, Attempts attempts)
{
    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        var reply = ReplyHandle.TryRead(outbound.ReplyHandle);
        if (outbound.Kind == OutboundKind.PublicReply && reply is not { Root: not null, Parent: not null })
            return new Outcome<Published>.Refused("It is not known which post this answers.");
        if (TextLength.Count(outbound.Text) > TextLength.Post)
            return new Outcome<Published>.Refused($"The text is longer than Bluesky's {TextLength.Post} characters.");
        var did = await xrpc.DidAsync(ct);
        if (did.Failed)
            return did.Failure.ToReading<Published>();
        var facets = await mentions.ResolveAsync(outbound.Text, ct);
        if (facets.Failed)
            return facets.Failure.ToReading<Published>();
        var media = await uploads.UploadAsync(outbound.Media, ct);
        if (media.Failed)
            return media.Failure.ToReading<Published>();
        var request = PostRecord.Request(did.Value, RecordKey.Of(outbound), outbound, reply, facets.Value, media.Value);
        return await PutAsync(outbound, did.Value, request, ct);
    }

    /// <summary>Looks whether the post is there, under the only name that it can have.</summary>
    public async Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct)
    {
        var did = await xrpc.DidAsync(ct);
        if (did.Failed)
            return did.Failure.ToReading<Sighting>();
        var key = RecordKey.Of(outbound);
        var query = $"repo={Uri.EscapeDataString(did.Value)}&collection={Names.Posts}&rkey={key}";
        var answer = await xrpc.GetAsync("com.atproto.repo.getRecord", query, ct);
        if (answer.Failure is { Code: "RecordNotFound" })
            return attempts.NotFound(outbound);
        if (answer.Failed)
            return answer.Failure.ToReading<Sighting>();
        return Read(answer.Value, outbound, did.Value) is { } post
            ? new Outcome<Sighting>.Success(new Sighting(post))
            : new Outcome<Sighting>.Broken("Bluesky's answer about the post cannot be read.");
    }

    private async Task<Outcome<Published>> PutAsync(Outbound outbound, string did, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        attempts.Note(outbound);
        var answer = await xrpc.PostAsync("com.atproto.repo.putRecord", request, "application/json", ct);
        // Something else lies under the name: an earlier call stored it, before a name in the text changed hands, say.
        if (answer.Failure is { Code: "InvalidSwap" })
        {
            return await FindAsync(outbound, ct) is Outcome<Sighting>.Success { Value.Post: { } earlier }
                ? new Outcome<Published>.Success(earlier)
                : new Outcome<Published>.OutcomeUnknown("Bluesky says that the post is there already, but does not show it.");
        }

        if (answer.Failed)
            return answer.Failure.ToChange<Published>();
        return Read(answer.Value, outbound, did) is { } post
            ? new Outcome<Published>.Success(post)
            : new Outcome<Published>.OutcomeUnknown("Bluesky's answer to the post cannot be read.");
    }

    private static Published? Read(Answer answer, Outbound outbound, string did)
    {
        using var json = Json.TryParse(answer.Body);
        if (json is null || Reference.Read(json.RootElement) is not { } self || self.Uri != Names.PostUri(did, RecordKey.Of(outbound)))
            return null;
        var root = ReplyHandle.TryRead(outbound.ReplyHandle)?.Root ?? self;
        return new Published(self.Uri, Names.Permalink(self.Uri), outbound.IntendedAt, answer.Body, new ReplyHandle(root, self).Write());
    }
}
