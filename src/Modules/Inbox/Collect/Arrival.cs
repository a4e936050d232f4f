using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;

namespace PoliceSocial.Inbox.Collect;

/// <summary>One item as it came from a connector, with what identifies it worked out before the store is locked.</summary>
internal sealed class Arrival
{
    private const int LongestId = 500;
    private const int LongestVersion = 200;

    public Arrival(ChannelSummary channel, CollectedItem collected, long exchangeId, DateTimeOffset receivedAt)
    {
        var item = Tidied.Of(collected);
        Channel = channel;
        Item = item;
        ExchangeId = exchangeId;
        ReceivedAt = receivedAt;
        NetworkId = Fit(item.NetworkId, LongestId);
        VersionId = Fit(VersionOf(item), LongestVersion);
        RawSha256 = SHA256.HashData(item.Raw.Span);
        ItemKey = RowKey.Of(channel.Id, NetworkId, VersionId, ((int)item.Change).ToString(CultureInfo.InvariantCulture));
        MessageKey = MessageKeyOf(channel, item.NetworkId);
        ParentKey = item.InReplyTo is null ? null : MessageKeyOf(channel, item.InReplyTo);
        InReplyTo = item.InReplyTo is null ? null : Fit(item.InReplyTo, LongestId);
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

    public string? InReplyTo { get; }

    public RowKey ContactKey { get; }

    public RowKey ThreadKey { get; }

    public bool IsPrivate { get; }

    public static RowKey MessageKeyOf(ChannelSummary channel, string networkId) => RowKey.Of(channel.Id, Fit(networkId, LongestId));

    /// <summary>One person of one network is one contact on all of its channels; those of an exercise are never those of the real thing.</summary>
    public static RowKey ContactKeyOf(ChannelSummary channel, string networkId) =>
        RowKey.Of(channel.Rehearsal ? channel.Id : 0, channel.Connector, networkId);

    /// <summary>Where a network names no versions, an edit is told from the next by what it says and when.</summary>
    private static string VersionOf(CollectedItem item)
    {
        if (item.VersionId.Length > 0 || item.Change != ItemChange.Edited)
            return item.VersionId;
        var text = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(item.Text.AsSpan())));
        return string.Create(CultureInfo.InvariantCulture, $"{item.NetworkTime.UtcTicks}-{text}");
    }

    /// <summary>An identifier that is too long for its column is replaced by its hash; the raw bytes keep it.</summary>
    private static string Fit(string id, int longest) =>
        id.Length <= longest ? id : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)));
}
