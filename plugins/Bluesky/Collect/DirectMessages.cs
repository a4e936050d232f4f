using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>What the log of direct messages held after a place.</summary>
/// <param name="Found">The messages and their ends, in the log's order.</param>
/// <param name="Log">How far it was read.</param>
/// <param name="More">Whether it goes on.</param>
internal sealed record LogReading(List<Found> Found, string? Log, bool More);

/// <summary>Reads the log of direct messages.</summary>
internal sealed class DirectMessages(ConnectorContext context, BlueskySettings settings, Xrpc xrpc, People people, Correspondents others)
{
    private const int MostPages = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private DateTimeOffset _closedUntil;
    private bool _told;

    /// <summary>The header that has the account's server pass a call on to the service for direct messages.</summary>
    public string Proxy { get; } = $"{settings.ChatService}#bsky_chat";

    public async Task<Result<LogReading>> ReadAsync(string? after, string me, CancellationToken ct)
    {
        var reading = new LogReading([], after, More: false);
        if (context.Clock.GetUtcNow() < _closedUntil)
            return reading;
        for (var page = 0; page < MostPages; page++)
        {
            var query = reading.Log is null ? "" : $"cursor={Uri.EscapeDataString(reading.Log)}";
            var answer = await xrpc.GetAsync("chat.bsky.convo.getLog", query, ct, Proxy);
            if (answer.Failure is { Trouble: Trouble.SignedOut or Trouble.Refused })
                return Close(reading);
            if (answer.Failed)
                return answer.Failure;
            using var json = Json.TryParse(answer.Value.Body);
            if (json is null || Json.Member(json.RootElement, "logs").ValueKind != JsonValueKind.Array)
                return new Failure(Trouble.Unreadable, "Bluesky's answer about direct messages cannot be read.");
            var events = Json.Elements(Json.Member(json.RootElement, "logs")).ToList();
            if (await MeetAsync(events, me, ct) is { } failure)
                return failure;
            reading.Found.AddRange(events.Select(entry => Read(entry, answer.Value.Exchange, me)).OfType<Found>());
            var next = Json.Text(json.RootElement, "cursor");
            if (events.Count == 0 || next is null || next == reading.Log)
                return reading with { More = false };
            reading = reading with { Log = next, More = true };
        }
        return reading;
    }

    private async Task<Failure?> MeetAsync(List<JsonElement> events, string me, CancellationToken ct) =>
        await people.MeetAsync(events.Select(Sender), ct)
        ?? await others.MeetAsync(events.Where(entry => Sender(entry) == me).Select(Conversation), me, Proxy, ct);

    // The right to direct messages is given apart from the sign-in. Without it, the public part of the channel goes on.
    private LogReading Close(LogReading reading)
    {
        _closedUntil = context.Clock.GetUtcNow() + Pause;
        if (!_told)
            context.Log(LogSeverity.Warning, "This sign-in has no access to direct messages; only what is public is collected.");
        _told = true;
        return reading with { More = false };
    }

    private static string Sender(JsonElement entry) => Json.Text(Json.Member(Json.Member(entry, "message"), "sender"), "did") ?? "";

    private static string Conversation(JsonElement entry) => Json.Text(entry, "convoId") ?? "";

    private Found? Read(JsonElement entry, Exchange exchange, string me)
    {
        var change = Json.Text(entry, "$type") switch
        {
            "chat.bsky.convo.defs#logCreateMessage" => ItemChange.Created,
            "chat.bsky.convo.defs#logDeleteMessage" => ItemChange.Deleted,
            _ => (ItemChange?)null,
        };
        if (change is null)
            return null;
        var message = Json.Member(entry, "message");
        var conversation = Conversation(entry);
        var rev = Json.Text(entry, "rev") ?? "";
        var sender = Sender(entry);
        var sent = Json.Time(message, "sentAt") ?? context.Clock.GetUtcNow();
        var item = new CollectedItem
        {
            NetworkId = new MessageName(conversation, Json.Text(message, "id") ?? rev).Write(),
            Change = change.Value,
            Kind = ItemKind.PrivateMessage,
            Author = people.Find(sender),
            FromChannel = sender == me,
            Recipient = sender == me ? others.Find(conversation) : null,
            Text = Json.Text(message, "text") ?? "",
            NetworkTime = change == ItemChange.Created ? sent : context.Clock.GetUtcNow(),
            ThreadId = conversation,
            ReplyHandle = new ReplyHandle(Conversation: conversation).Write(),
            Raw = Json.Raw(entry).ToArray(),
            Exchange = 0,
        };
        return new Found(item, sent, exchange, Log: rev);
    }
}
