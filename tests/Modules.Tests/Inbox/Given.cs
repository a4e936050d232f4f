using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>What tests of the inbox begin with; each says only what matters to it.</summary>
internal static class Given
{
    public const string Post = "appeal";
    public static readonly NetworkProfile Us = new("did:force", "force.example", "The Force");

    public static ChannelSummary Channel(
        long id = 100, bool rehearsal = false, bool approval = false, long? team = null, ChannelState state = ChannelState.Connected) =>
        new(id, "fake", "Fakebook", "force.example", $"Channel {id}", state, rehearsal, approval, false, team);

    public static NetworkProfile Person(string name) => new($"did:{name}", name, name.ToUpperInvariant());

    public static CollectedItem Item(
        string id, string text = "Where can I hand in a lost purse?", string author = "wren", ItemKind kind = ItemKind.Comment,
        string thread = Post, bool onOurPost = false) => new()
        {
            NetworkId = id,
            Change = ItemChange.Created,
            Kind = kind,
            Author = Person(author),
            Text = text,
            NetworkTime = TestForce.Start.AddMinutes(-1),
            ThreadId = thread,
            Raw = RawOf(id, text),
            Exchange = 0,
            ReplyHandle = $"handle-{id}",
            OnPost = onOurPost ? new(thread, "Have you seen her?", Us, true) : null,
        };

    public static CollectedItem Private(string id, string text = "Can we talk?", string author = "wren", string thread = "talk-1") =>
        Item(id, text, author, ItemKind.PrivateMessage, thread);

    public static CollectedItem Edit(CollectedItem item, string text, string version = "2") =>
        item with { Change = ItemChange.Edited, Text = text, VersionId = version, Raw = RawOf(item.NetworkId, text) };

    public static CollectedItem Deletion(CollectedItem item) =>
        item with { Change = ItemChange.Deleted, Text = "", Raw = RawOf(item.NetworkId, "gone") };

    /// <summary>What the channel itself wrote, as the network hands it back.</summary>
    public static CollectedItem Own(string id, string? answers, string text = "We are on it.", string thread = Post) =>
        Item(id, text, thread: thread) with { Author = Us, FromChannel = true, InReplyTo = answers };

    public static CollectedPage Page(string? next, params CollectedItem[] items) => new(items, [Exchange()], next, false);

    public static Exchange Exchange(string request = "GET https://fake.example/feed") =>
        new(request, 200, "Date: today", SHA256.HashData("page"u8), TestForce.Start, TestForce.Start);

    /// <summary>A conversation for the pure rules.</summary>
    public static ConversationRow Conversation(
        ConversationState state = ConversationState.Unread, long? holder = null, DateTimeOffset? flaggedAt = null, long channel = 100, long? team = null) => new()
        {
            Id = 1,
            ThreadKey = new byte[16],
            ChannelId = channel,
            TeamId = team,
            Audience = Audience.Public,
            ContactId = 2,
            ThreadId = Post,
            Rehearsal = false,
            State = state,
            HolderId = holder,
            FlaggedAt = flaggedAt,
            StartedAt = TestForce.Start,
            LastMessageId = 3,
            LastKind = 0,
            LastNetworkTime = TestForce.Start,
            LastText = "",
            MessageCount = 1,
            PostFromChannel = false,
            Version = 1,
        };

    private static byte[] RawOf(string id, string text) => Encoding.UTF8.GetBytes($"{{\"id\":\"{id.Length}\",\"text\":\"{text}\"}}");
}
