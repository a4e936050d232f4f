using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PoliceSocial.Bluesky;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>Whatever strangers send, nothing throws, and what was understood is right.</summary>
public sealed class ParserProperties
{
    private static readonly byte[] Post = Encoding.UTF8.GetBytes(
        """
        {"uri":"at://did:plc:abc/app.bsky.feed.post/1","cid":"bafy","author":{"did":"did:plc:abc","handle":"a.test","displayName":"A"},
        "record":{"text":"caf\u00e9 \ud83d\ude00","langs":["cy"],"createdAt":"2026-11-07T02:00:00Z","reply":{"root":{"uri":"at://r","cid":"c"},
        "parent":{"uri":"at://p","cid":"c"}},"embed":{"images":[{"alt":"x","image":{"ref":{"$link":"bafkrei"},"mimeType":"image/png","size":7}}]}},
        "indexedAt":"2026-11-07T02:00:00Z"}
        """);

    [Property(MaxTest = 2_000)]
    public void AnyBytes_AreReadOrNot_ButNeverThrow(byte[] bytes) => Read(bytes);

    [Property(MaxTest = 5_000)]
    public void APostWithBytesChanged_NeverThrows(PositiveInt seed, byte noise)
    {
        var bytes = (byte[])Post.Clone();
        bytes[seed.Get % bytes.Length] = noise;
        bytes[seed.Get * 31 % bytes.Length] ^= (byte)(noise >> 1);
        Read(bytes);
    }

    [Property(MaxTest = 1_000)]
    public void APostCutShort_NeverThrows(PositiveInt length) => Read(Post[..(length.Get % Post.Length)]);

    [Property(MaxTest = 1_000)]
    public void ErrorsOfServers_NeverThrow_AndStayShort(byte[] bytes, NonNull<string> message)
    {
        Assert.True(NetworkError.Read(bytes).Sentence.Length <= 201);
        var told = Encoding.UTF8.GetBytes($$"""{"error":"InvalidRequest","message":{{System.Text.Json.Nodes.JsonValue.Create(message.Get)!.ToJsonString()}}}""");
        var error = NetworkError.Read(told);
        Assert.True(error.Sentence.Length <= 201);
        Assert.DoesNotContain(error.Sentence, char.IsControl);
    }

    [Property(MaxTest = 2_000)]
    public void Facets_StandInTheText_InOrder_AndDoNotOverlap(NonNull<string> text)
    {
        var whole = $"{text.Get} https://a.test/{text.Get} @name.test #tag{text.Get}";
        var bytes = Encoding.UTF8.GetByteCount(whole);
        var end = 0;
        foreach (var facet in Facets.Find(whole))
        {
            Assert.True(facet.ByteStart >= end && facet.ByteEnd > facet.ByteStart && facet.ByteEnd <= bytes);
            end = facet.ByteEnd;
        }
    }

    [Property(MaxTest = 2_000)]
    public void RecordKeys_AreTheNetworksOwnKind_AndOnePerIntent(PositiveInt first, PositiveInt distance, PositiveInt milliseconds)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000 + milliseconds.Get);
        var number = 7_300_000_000_000_000_000 + first.Get;
        var one = RecordKey.Of(Intent(number, at));
        var other = RecordKey.Of(Intent(number + (distance.Get % 1_000_000) + 1, at));
        Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", one);
        Assert.NotEqual(one, other);
        Assert.Equal(one, RecordKey.Of(Intent(number, at.AddTicks(7_000).ToOffset(TimeSpan.FromHours(1)))));
    }

    [Property(MaxTest = 1_000)]
    public void Places_AreReadAsTheyWereWritten_AndNothingElseThrows(NonNegativeInt sequence, string? log, NonNull<string> noise)
    {
        var place = new CollectPlace(sequence.Get, DateTimeOffset.FromUnixTimeMilliseconds(sequence.Get), log);
        if (log is null || !log.Any(char.IsSurrogate))
            Assert.Equal(place, CollectPlace.TryRead(place.Write()));
        CollectPlace.TryRead(noise.Get);
        ReplyHandle.TryRead(noise.Get);
        PendingGrant.TryRead(noise.Get);
        BlobName.TryRead(noise.Get);
        ContentName.Digest(noise.Get);
        ContentName.Digest($"bafkrei{noise.Get}");
        Names.Permalink(noise.Get);
        Token.Expiry(noise.Get);
    }

    private static Outbound Intent(long key, DateTimeOffset at) => new() { Key = $"{key}", Kind = OutboundKind.Post, Text = "", IntendedAt = at };

    private static void Read(byte[] bytes)
    {
        using var json = Json.TryParse(bytes);
        if (json is null)
            return;
        var post = ReadPost.Read(json.RootElement);
        var item = PostItem.Of(post, "reply", "did:plc:me", ItemChange.Created, DateTimeOffset.UnixEpoch);
        Assert.True(item.NetworkId.Length > 0);
        Assert.True(bytes.AsSpan().IndexOf(item.Raw.Span) >= 0);
    }
}
