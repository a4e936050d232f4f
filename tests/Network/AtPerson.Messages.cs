using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

public sealed partial class AtPerson
{
    private string Chat =>
        $"{_network.ChatService ?? throw new InvalidOperationException("Call StartChatAsync first.")}#bsky_chat";

    /// <summary>Writes a direct message.</summary>
    public async Task<AtMessage> MessageAsync(AtPerson to, string text, CancellationToken ct)
    {
        var conversation = await ConversationAsync(to, ct);
        var body = new JsonObject { ["convoId"] = conversation, ["message"] = new JsonObject { ["text"] = text } };
        return Read(await PostAsync("chat.bsky.convo.sendMessage", body, ct, Chat), conversation);
    }

    /// <summary>Reads the direct messages with somebody, oldest first.</summary>
    public async Task<IReadOnlyList<AtMessage>> ReadMessagesAsync(AtPerson with, CancellationToken ct)
    {
        var conversation = await ConversationAsync(with, ct);
        var page = await GetAsync($"chat.bsky.convo.getMessages?convoId={conversation}&limit=100", ct, Chat);
        return [.. page["messages"]!.AsArray().Select(message => Read(message!, conversation)).Reverse()];
    }

    /// <summary>Removes a direct message from this person's own view, which is all that the network lets anybody remove.</summary>
    public Task HideAsync(AtMessage message, CancellationToken ct) =>
        PostAsync("chat.bsky.convo.deleteMessageForSelf",
            new JsonObject { ["convoId"] = message.ConversationId, ["messageId"] = message.Id }, ct, Chat);

    private async Task<string> ConversationAsync(AtPerson with, CancellationToken ct)
    {
        var found = await GetAsync($"chat.bsky.convo.getConvoForMembers?members={with.Did}", ct, Chat);
        return (string)found["convo"]!["id"]!;
    }

    private static AtMessage Read(JsonNode message, string conversation) =>
        new((string)message["id"]!, conversation, (string)message["sender"]!["did"]!, (string)message["text"]!);
}
