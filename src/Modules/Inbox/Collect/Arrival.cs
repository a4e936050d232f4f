using System.Globalization;
using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;

namespace PoliceSocial.Inbox.Collect;

/// <summary>One item as it came from a connector, with what identifies it worked out before the store is locked.</summary>
internal sealed class Arrival
{
    private const int LongestId = 500;
    private const int LongestVersion = 200;

    public Arrival(ChannelSummary channel, CollectedItem item, long exchangeId, DateTimeOffset receivedAt)
    {
        Channel = channel;
        Item = item;
        ExchangeId = exchangeId;
        ReceivedAt = receivedAt;
        NetworkId = Fit(item.NetworkId, LongestId);
        VersionId = Fit(item.VersionId, LongestVersion);
        RawSha256 = SHA256.HashData(item.Raw.Span);
        ItemKey = RowKey.Of(channel.Id, NetworkId, VersionId, ((int)item.Change).ToString(CultureInfo.InvariantCulture));
        MessageKey = MessageKeyOf(channel, item.NetworkId);
        ParentKey = item.InReplyTo is null ? null : MessageKeyOf(channel, item.InReplyTo);
        OtherSide = item is { FromChannel: true, Recipient: { } recipient } ? recipient : item.Author;
        ContactKey = ContactKeyOf(channel, OtherSide.NetworkId);
        IsPrivate = item.Kind == ItemKind.PrivateMessage;

        // A private thread has one other side; under a public post each person has a conversation of their own.
        ThreadKey = IsPrivate
            ? RowKey.Of(channel.Id, "private", item.ThreadId)
            : RowKey.Of(channel.Id, "public", item.ThreadId, item.Author.NetworkId);
    }

    public ChannelSummary Channel { get; }

    public CollectedItem Item { get; }

    /// <summary>The person whose conversation it is: who wrote it, or who the channel wrote to.</summary>
    public NetworkProfile OtherSide { get; }

    public long ExchangeId { get; }

    public DateTimeOffset ReceivedAt { get; }

    public string NetworkId { get; }

    public string VersionId { get; }

    public byte[] RawSha256 { get; }

    public RowKey ItemKey { get; }

    public RowKey MessageKey { get; }

    public RowKey? ParentKey { get; }

    public RowKey ContactKey { get; }

    public RowKey ThreadKey { get; }

    public bool IsPrivate { get; }

    public static RowKey MessageKeyOf(ChannelSummary channel, string networkId) => RowKey.Of(channel.Id, Fit(networkId, LongestId));

    /// <summary>One person of one network is one contact on all of its channels; those of an exercise are never those of the real thing.</summary>
    public static RowKey ContactKeyOf(ChannelSummary channel, string networkId) =>
        RowKey.Of(channel.Rehearsal ? channel.Id : 0, channel.Connector, networkId);

    /// <summary>An identifier that is too long for its column is replaced by its hash; the raw bytes keep it.</summary>
    private static string Fit(string id, int longest) =>
        id.Length <= longest ? id : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)));
}
