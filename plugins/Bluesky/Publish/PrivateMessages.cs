using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Sends direct messages, and finds them again. The network lets nobody name a direct message, so one is known by its conversation, its
/// sender, its text, and a time not before its intent. Two intents with the same words in the same conversation are told apart by what
/// was noted when the first was sent; without that note the second is taken for sent, and the person has read these words once: never twice.
/// </summary>
internal sealed class PrivateMessages(Xrpc xrpc, DirectMessages log, MentionResolver mentions, SentMessages sent, Attempts attempts)
{
    private const int MostPages = 5;

    // How far the network's clock may be behind ours.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        if (outbound.Media.Count > 0)
            return new Outcome<Published>.Refused("Bluesky's direct messages carry no attachments.");
        if (TextLength.Count(outbound.Text) > TextLength.PrivateMessage)
            return new Outcome<Published>.Refused($"The text is longer than Bluesky's {TextLength.PrivateMessage} characters for direct messages.");
        var place = await PlaceAsync(outbound, ct);
        if (place.Failed)
            return place.Failure.ToReading<Published>();
        var earlier = await SearchAsync(outbound, place.Value, ct);
        if (earlier.Failed)
            return earlier.Failure.ToReading<Published>();
        if (earlier.Value.Post is { } found)
            return new Outcome<Published>.Success(found);
        var facets = await mentions.ResolveAsync(outbound.Text, ct);
        return facets.Failed ? facets.Failure.ToReading<Published>() : await SendAsync(outbound, place.Value, facets.Value, ct);
    }

    public async Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct)
    {
        var place = await PlaceAsync(outbound, ct);
        if (place.Failed)
            return place.Failure.ToReading<Sighting>();
        var found = await SearchAsync(outbound, place.Value, ct);
        if (found.Failed)
            return found.Failure.ToReading<Sighting>();
        return found.Value.Post is null ? attempts.NotFound(outbound) : new Outcome<Sighting>.Success(found.Value);
    }

    private async Task<Outcome<Published>> SendAsync(Outbound outbound, Place place, List<ResolvedFacet> facets, CancellationToken ct)
    {
        attempts.Note(outbound);
        var body = PostRecord.Message(place.Conversation, outbound.Text, facets);
        var answer = await xrpc.PostAsync("chat.bsky.convo.sendMessage", body, "application/json", ct, log.Proxy);
        if (answer.Failed)
            return Explain(answer.Failure).ToChange<Published>();
        using var json = Json.TryParse(answer.Value.Body);
        if (json is null || Json.Text(json.RootElement, "id") is not { Length: > 0 })
            return new Outcome<Published>.OutcomeUnknown("Bluesky's answer to the direct message cannot be read.");
        return new Outcome<Published>.Success(Keep(json.RootElement, answer.Value.Body, outbound, place));
    }

    private async Task<Result<Place>> PlaceAsync(Outbound outbound, CancellationToken ct)
    {
        var me = await xrpc.DidAsync(ct);
        if (me.Failed)
            return me.Failure;
        if (ReplyHandle.TryRead(outbound.ReplyHandle)?.Conversation is { Length: > 0 } known)
            return new Place(me.Value, known);
        if (outbound.Recipient is not { Length: > 0 } recipient)
            return new Failure(Trouble.Refused, "It is not known whom this direct message is for.");
        var answer = await xrpc.GetAsync("chat.bsky.convo.getConvoForMembers", $"members={Uri.EscapeDataString(recipient)}", ct, log.Proxy);
        if (answer.Failed)
            return Explain(answer.Failure);
        using var json = Json.TryParse(answer.Value.Body);
        return json is not null && Json.Text(Json.Member(json.RootElement, "convo"), "id") is { Length: > 0 } id
            ? new Place(me.Value, id) : new Failure(Trouble.Unreadable, "Bluesky's answer about the conversation cannot be read.");
    }

    private async Task<Result<Sighting>> SearchAsync(Outbound outbound, Place place, CancellationToken ct)
    {
        var from = outbound.IntendedAt - Skew;
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var query = $"convoId={Uri.EscapeDataString(place.Conversation)}&limit=100";
            if (cursor is not null)
                query += $"&cursor={Uri.EscapeDataString(cursor)}";
            var answer = await xrpc.GetAsync("chat.bsky.convo.getMessages", query, ct, log.Proxy);
            if (answer.Failed)
                return Explain(answer.Failure);
            using var json = Json.TryParse(answer.Value.Body);
            if (json is null || Json.Member(json.RootElement, "messages").ValueKind != JsonValueKind.Array)
                return new Failure(Trouble.Unreadable, "Bluesky's answer about direct messages cannot be read.");
            var messages = Json.Elements(Json.Member(json.RootElement, "messages")).ToList();
            // Newest first, so the last match is the earliest and the likeliest.
            if (messages.LastOrDefault(message => IsIt(message, outbound, place, from)) is { ValueKind: JsonValueKind.Object } found)
                return new Sighting(Keep(found, Json.Raw(found).ToArray(), outbound, place));
            cursor = Json.Text(json.RootElement, "cursor");
            if (cursor is null || messages.Any(message => Json.Time(message, "sentAt") < from))
                return new Sighting(null);
        }
        return new Failure(Trouble.ServerFault, "The conversation is too long to be searched for the message.");
    }

    private bool IsIt(JsonElement message, Outbound outbound, Place place, DateTimeOffset from)
    {
        if (Json.Text(Json.Member(message, "sender"), "did") != place.Me
            || Json.Text(message, "text") != outbound.Text
            || !(Json.Time(message, "sentAt") >= from))
        {
            return false;
        }

        var key = sent.KeyOf(new MessageName(place.Conversation, Json.Text(message, "id") ?? "").Write());
        return key is null || key == outbound.Key;
    }

    private Published Keep(JsonElement message, ReadOnlyMemory<byte> receipt, Outbound outbound, Place place)
    {
        var id = new MessageName(place.Conversation, Json.Text(message, "id") ?? "").Write();
        sent.Note(id, outbound.Key);
        return new Published(
            id, null, Json.Time(message, "sentAt") ?? outbound.IntendedAt, receipt, new ReplyHandle(Conversation: place.Conversation).Write());
    }

    // A refusal by the service for direct messages does not mean that the channel is signed out.
    private static Failure Explain(Failure failure) => failure.Trouble == Trouble.SignedOut
        ? failure with { Trouble = Trouble.Refused, Why = "This sign-in has no access to direct messages." } : failure;

    private sealed record Place(string Me, string Conversation);
}
