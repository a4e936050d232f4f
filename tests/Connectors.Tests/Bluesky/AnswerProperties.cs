using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Connectors.Tests.Bluesky;

/// <summary>Whatever a server answers to whatever is asked of it, the connector gives an outcome and throws nothing.</summary>
public sealed class AnswerProperties
{
    private static readonly string[] Nasty =
        ["null", "[]", "{}", "\"\"", "1e999", "{\"notifications\":null}", "{\"notifications\":[null,1,\"x\",{}]}", "{\"logs\":[{\"$type\":7}],\"cursor\":{}}", "{\"did\":[],\"handle\":{}}",
            "{\"records\":[[]]}", "{\"posts\":[{\"record\":{\"embed\":{\"images\":[null]}}}]}", "\uFEFF{}", "{\"uri\":\"at://\uD83D\"}", "<html>", "{\"convos\":[{\"id\":null,\"members\":[{}]}]}"];

    [Property(MaxTest = 150)]
    public async Task AnyAnswer_IsAnOutcome(PositiveInt seed)
    {
        var damage = new Damaging(seed.Get);
        await using var channel = new ForceChannel(FakeSubject.ChannelSettings, FakeSubject.ChannelSecrets, damage);
        damage.Behind.Mention("Hello");
        await channel.Connector.CheckAsync(TestContext.Current.CancellationToken);
        damage.IsOn = true;
        var ct = TestContext.Current.CancellationToken;
        var connector = channel.Connector;
        var outbound = channel.Intend($"{7_300_000_000_000_000 + seed.Get}", "Good evening @name.test");
        Assert.NotNull(await connector.CheckAsync(ct));
        Assert.NotNull(await connector.CollectAsync(null, TimeSpan.Zero, ct));
        Assert.NotNull(await connector.ReadLimitsAsync(ct));
        Assert.NotNull(await connector.PublishAsync(outbound, ct));
        Assert.NotNull(await connector.PublishAsync(outbound with { Kind = OutboundKind.PrivateMessage, Recipient = "did:plc:abc" }, ct));
        Assert.NotNull(await connector.FindAsync(outbound, ct));
        Assert.NotNull(await connector.DeleteAsync("at://did:plc:abc/app.bsky.feed.post/1", ct));
        Assert.NotNull(await connector.FetchMediaAsync(new("did:plc:abc/bafkrei", "image/png", ""), 1_000, ct));
        Assert.DoesNotContain(channel.Log, line => line.Contains(FakeBluesky.Password, StringComparison.Ordinal));
    }

    /// <summary>Answers as the stand-in does, with what it says damaged: bytes changed, cut short, or something else altogether.</summary>
    private sealed class Damaging(int seed) : DelegatingHandler(new FakeBluesky())
    {
        private readonly Random _random = new(seed);

        public FakeBluesky Behind => (FakeBluesky)InnerHandler!;

        public bool IsOn { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!IsOn || _random.Next(4) == 0)
                return answer;
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            if (_random.Next(5) == 0)
                answer.StatusCode = (HttpStatusCode)_random.Next(200, 599);
            answer.Content = new ByteArrayContent(_random.Next(3) switch
            {
                0 => Encoding.UTF8.GetBytes(Nasty[_random.Next(Nasty.Length)]),
                1 => bytes[.._random.Next(bytes.Length + 1)],
                _ => Changed(bytes),
            });
            return answer;
        }

        private byte[] Changed(byte[] bytes)
        {
            for (var n = 0; bytes.Length > 0 && n < 4; n++)
                bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
            return bytes;
        }
    }
}
