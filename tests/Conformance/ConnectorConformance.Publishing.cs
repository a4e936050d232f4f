using System.Net;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

public abstract partial class ConnectorConformance
{
    private static int _keys;

    /// <summary>What is published is there once, and is found again.</summary>
    [Fact]
    public async Task Publish_Posts_AndIsFoundAgain()
    {
        var outbound = Intend();
        var published = Succeeds(await Publishes().PublishAsync(outbound, Ct));
        Assert.NotEqual("", published.NetworkId);
        Assert.False(published.Receipt.IsEmpty);
        Assert.Equal(1, await _subject.CountAsync(outbound.Text, Ct));
        Assert.Equal(published.NetworkId, Succeeds(await Publishes().FindAsync(outbound, Ct)).Post?.NetworkId);
    }

    /// <summary>Whatever goes wrong in the host, one intent makes one post.</summary>
    [Fact]
    public async Task Publish_TwiceWithOneKey_PostsOnce()
    {
        var outbound = Intend();
        var first = Succeeds(await Publishes().PublishAsync(outbound, Ct));
        await RestartAsync();
        var second = Succeeds(await Publishes().PublishAsync(outbound, Ct));
        Assert.Equal(first.NetworkId, second.NetworkId);
        Assert.Equal(1, await _subject.CountAsync(outbound.Text, Ct));
    }

    /// <summary>Two intents are two posts, also with the same words at the same time.</summary>
    [Fact]
    public async Task Publish_OfTwoIntents_PostsTwice()
    {
        var one = Intend();
        var other = _subject.Intend(NextKey(), one.Text, one.IntendedAt);
        var first = Succeeds(await Publishes().PublishAsync(one, Ct));
        var second = Succeeds(await Publishes().PublishAsync(other, Ct));
        Assert.NotEqual(first.NetworkId, second.NetworkId);
        Assert.Equal(2, await _subject.CountAsync(one.Text, Ct));
    }

    /// <summary>A lost answer is not a failure: nobody knows until the network has been read.</summary>
    [Fact]
    public async Task Publish_WhenTheAnswerIsLost_IsUnknown_AndThenFound()
    {
        var requests = Requests();
        var outbound = Intend();
        await WarmUpAsync();
        requests.For = _subject.Publishes;
        requests.Fault = async (_, pass, ct) =>
        {
            (await pass()).Dispose();
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("Never reached.");
        };
        var outcome = await RunOutOfPatienceAsync(Publishes().PublishAsync(outbound, Ct));
        Assert.IsType<Outcome<Published>.OutcomeUnknown>(outcome);
        requests.Fault = null;
        Assert.NotNull(Succeeds(await Publishes().FindAsync(outbound, Ct)).Post);
        Assert.Equal(1, await _subject.CountAsync(outbound.Text, Ct));
    }

    /// <summary>A lost request looks the same from here; that it is not there is said only once it cannot come any more.</summary>
    [Fact]
    public async Task Publish_WhenTheRequestIsLost_IsUnknown_AndThenCertainlyNotThere()
    {
        var requests = Requests();
        var outbound = Intend();
        await WarmUpAsync();
        requests.For = _subject.Publishes;
        requests.Fault = (_, _, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke off.");
        Assert.IsType<Outcome<Published>.OutcomeUnknown>(await Publishes().PublishAsync(outbound, Ct));
        requests.Fault = null;
        Assert.Null(Succeeds(await FindSettledAsync(outbound)).Post);
        Succeeds(await Publishes().PublishAsync(outbound, Ct));
        Assert.Equal(1, await _subject.CountAsync(outbound.Text, Ct));
    }

    /// <summary>A server that fails may have acted before it failed.</summary>
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Publish_WhenTheServerFails_IsUnknown(HttpStatusCode status)
    {
        var requests = Requests();
        await WarmUpAsync();
        requests.For = _subject.Publishes;
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(status));
        Assert.IsType<Outcome<Published>.OutcomeUnknown>(await Publishes().PublishAsync(Intend(), Ct));
    }

    /// <summary>What certainly did not leave may be tried again.</summary>
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Publish_WhenTheServerIsOutOfReach_MayBeTriedAgain(HttpRequestError error)
    {
        var requests = Requests();
        var outbound = Intend();
        await WarmUpAsync();
        requests.Fault = (_, _, _) => throw new HttpRequestException(error, "Out of reach.");
        Assert.IsType<Outcome<Published>.Retry>(await Publishes().PublishAsync(outbound, Ct));
        requests.Fault = null;
        Assert.Equal(0, await _subject.CountAsync(outbound.Text, Ct));
    }

    /// <summary>Deleting works, and deleting what is gone is no fault.</summary>
    [Fact]
    public async Task Delete_TakesThePostAway_AndTwiceIsNoFault()
    {
        var outbound = Intend();
        var published = Succeeds(await Publishes().PublishAsync(outbound, Ct));
        Succeeds(await Publishes().DeleteAsync(published.NetworkId, Ct));
        Succeeds(await Publishes().DeleteAsync(published.NetworkId, Ct));
        Assert.Equal(0, await _subject.CountAsync(outbound.Text, Ct));
    }

    /// <summary>Limits make sense, and a text is counted without asking anybody.</summary>
    [Fact]
    public async Task Limits_AreThere_AndLengthIsPure()
    {
        var limits = Succeeds(await Publishes().ReadLimitsAsync(Ct));
        Assert.True(limits.PostLength > 0 || limits.PrivateLength > 0);
        Assert.Equal(0, Publishes().CountLength(""));
        Assert.True(Publishes().CountLength("It is all right 💙") > 0);
    }

    private Outbound Intend() => _subject.Intend(NextKey(), Unique("publication"), _channel.Clock.GetUtcNow());

    private static string NextKey() => $"{7_300_000_000_000_000 + Interlocked.Increment(ref _keys)}";

    /// <summary>Signs in, so that a fault meets the request that it is meant for.</summary>
    private async Task WarmUpAsync()
    {
        _ = Publishes();
        Succeeds(await _connector.CheckAsync(Ct));
    }

    private async Task<Outcome<Sighting>> FindSettledAsync(Outbound outbound)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var found = await Publishes().FindAsync(outbound, Ct);
            if (found is not Outcome<Sighting>.Retry retry)
                return found;
            _channel.Clock.Advance(retry.After);
        }
        throw new InvalidOperationException("It never became certain whether the post is there.");
    }
}
