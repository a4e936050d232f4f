using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

public abstract partial class ConnectorConformance
{
    private const int CancelledGoes = 3;

    /// <summary>A network that asks for a pause gets it.</summary>
    [Fact]
    public async Task Throttled_WaitsAsLongAsIsAsked()
    {
        var requests = Requests();
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(37)) },
        });
        Assert.Equal(TimeSpan.FromSeconds(37), Assert.IsType<Outcome<ChannelIdentity>.Retry>(await _connector.CheckAsync(Ct)).After);
        var collected = await Collects().CollectAsync(null, TimeSpan.Zero, Ct);
        Assert.Equal(TimeSpan.FromSeconds(37), Assert.IsType<Outcome<CollectedPage>.Retry>(collected).After);
    }

    /// <summary>A pause asked for while publishing is no uncertainty: the network did nothing.</summary>
    [Fact]
    public async Task Throttled_WhilePublishing_MayBeTriedAgain()
    {
        var requests = Requests();
        await WarmUpAsync();
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        Assert.IsType<Outcome<Published>.Retry>(await Publishes().PublishAsync(Intend(), Ct));
    }

    /// <summary>A credential that is no longer accepted needs a person.</summary>
    [Fact]
    public async Task Unauthorized_NeedsAPerson()
    {
        var requests = Requests();
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized));
        Assert.IsType<Outcome<ChannelIdentity>.Reconnect>(await _connector.CheckAsync(Ct));
        Assert.IsType<Outcome<CollectedPage>.Reconnect>(await Collects().CollectAsync(null, TimeSpan.Zero, Ct));
        if (_connector is IPublish publisher)
            Assert.IsType<Outcome<Published>.Reconnect>(await publisher.PublishAsync(Intend(), Ct));
    }

    /// <summary>A server that fails is asked again later.</summary>
    [Fact]
    public async Task ServerFault_IsAskedAgain()
    {
        var requests = Requests();
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        Assert.IsType<Outcome<CollectedPage>.Retry>(await Collects().CollectAsync(null, TimeSpan.Zero, Ct));
    }

    /// <summary>An answer that cannot be understood is said to be one, and what it repeats of a secret stays in it.</summary>
    [Theory]
    [InlineData("empty")]
    [InlineData("truncated")]
    [InlineData("another shape")]
    [InlineData("a web page")]
    [InlineData("another encoding")]
    [InlineData("not text")]
    [InlineData("deeply nested")]
    [InlineData("endless")]
    public async Task Malformed_IsBroken_AndLeaksNothing(string how)
    {
        var requests = Requests();
        Succeeds(await _connector.CheckAsync(Ct));
        var body = Malformed(how, string.Join(' ', _channel.Secrets));
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        });
        var check = Assert.IsType<Outcome<ChannelIdentity>.Broken>(await _connector.CheckAsync(Ct));
        var collected = Assert.IsType<Outcome<CollectedPage>.Broken>(await Collects().CollectAsync(null, TimeSpan.Zero, Ct));
        HoldsNoSecret([check.Why, collected.Why, .. _channel.Log]);
    }

    /// <summary>A refusal that repeats what was sent does not bring a secret onto a screen.</summary>
    [Fact]
    public async Task Refusal_LeaksNothing()
    {
        var requests = Requests();
        Succeeds(await _connector.CheckAsync(Ct));
        var secrets = string.Join(' ', _channel.Secrets).Replace("\"", "", StringComparison.Ordinal);
        requests.Fault = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent($$"""{"error":"InvalidRequest","message":"{{secrets}}","error_description":"{{secrets}}"}"""),
        });
        var check = await _connector.CheckAsync(Ct);
        HoldsNoSecret([$"{check}", .. _channel.Log]);
        HoldsNoSecret([$"{await Collects().CollectAsync(null, TimeSpan.Zero, Ct)}"]);
    }

    /// <summary>Nothing that the host stores or shows holds a credential.</summary>
    [Fact]
    public async Task Evidence_HoldsNoSecret()
    {
        Requests();
        var written = await WriteAsync(1);
        var pages = await CollectPagesAsync(Collects(), null, written.Count);
        HoldsNoSecret(pages.SelectMany(page => page.Exchanges).SelectMany(exchange => new[] { exchange.Request, exchange.Headers }));
        HoldsNoSecret(pages.Select(page => page.Next ?? ""));
        HoldsNoSecret(_channel.Log);
        HoldsNoSecret(Directory.EnumerateFiles(_channel.Context().StateFolder).Select(File.ReadAllText));
    }

    /// <summary>A host that stops does not wait.</summary>
    [Fact]
    public async Task Cancelled_EndsWithinASecond()
    {
        var requests = Requests();
        Succeeds(await _connector.CheckAsync(Ct));
        requests.Fault = async (_, _, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("Never reached.");
        };
        await EndsWithinASecondAsync(ct => _connector.CheckAsync(ct));
        await EndsWithinASecondAsync(ct => Collects().CollectAsync(null, TimeSpan.FromMinutes(1), ct));
        if (_connector is IPublish publisher)
            await EndsWithinASecondAsync(ct => publisher.PublishAsync(Intend(), ct));
    }

    /// <summary>A call that waits for something new stops waiting when it is told to.</summary>
    [Fact]
    public async Task Cancelled_WhileWaitingForNews_EndsWithinASecond()
    {
        var (_, next) = await CollectAsync(Collects(), null, 0);
        await EndsWithinASecondAsync(ct => Collects().CollectAsync(next, TimeSpan.FromHours(1), ct));
    }

    /// <summary>The manifest is the whole truth about where the connector goes.</summary>
    [Fact]
    public async Task Hosts_AreThoseOfTheManifest()
    {
        var requests = Requests();
        var written = await WriteAsync(1);
        await CollectAsync(Collects(), null, written.Count);
        if (_connector is IPublish publisher)
        {
            Succeeds(await publisher.PublishAsync(Intend(), Ct));
            Succeeds(await publisher.ReadLimitsAsync(Ct));
        }
        Assert.Empty(requests.Undeclared);
        Assert.NotEmpty(requests.Seen);
    }

    /// <summary>On a machine that is busy with other things, even an obedient call may end late: one of a few must end in time.</summary>
    private static async Task EndsWithinASecondAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        for (var go = 1; go <= CancelledGoes; go++)
        {
            if (await EndsInTimeAsync(call))
                return;
        }

        Assert.Fail("The call went on after it was cancelled.");
    }

    private static async Task<bool> EndsInTimeAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var task = call(stop.Token);
        Assert.False(task.IsFaulted);
        await stop.CancelAsync();
        try
        {
            await task.WaitAsync(TimeSpan.FromSeconds(1), Ct);
        }
        catch (OperationCanceledException) when (task.IsCanceled)
        {
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }

        return true;
    }

    private void HoldsNoSecret(IEnumerable<string> texts)
    {
        var secrets = _channel.Secrets.SelectMany(Pieces).Where(secret => secret.Length >= 8).ToHashSet();
        Assert.All(texts, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    // A connector may keep several tokens in one secret: what looks like a token there is a secret too.
    private static IEnumerable<string> Pieces(string secret) =>
        [secret, .. secret.Split(['"', ',', ':', '{', '}', ' '], StringSplitOptions.RemoveEmptyEntries).Where(piece => piece.Length >= 40)];

    private static byte[] Malformed(string how, string secrets) => how switch
    {
        "empty" => [],
        "truncated" => Encoding.UTF8.GetBytes($$"""{"message":"{{secrets.Replace("\"", "", StringComparison.Ordinal)}}","items":[{"te"""),
        "another shape" => Encoding.UTF8.GetBytes("[1, null, \"text\", {\"a\": true}]"),
        "a web page" => Encoding.UTF8.GetBytes($"<!doctype html><title>Maintenance</title><p>{secrets}"),
        "another encoding" => Encoding.Unicode.GetBytes($$"""{"message":"{{secrets}}"}"""),
        "not text" => [0x00, 0xFF, 0xFE, 0x80, 0xC3, 0x28, .. Encoding.UTF8.GetBytes(secrets)],
        "deeply nested" => Encoding.UTF8.GetBytes(new string('[', 200_000)),
        "endless" => Encoding.UTF8.GetBytes($"\"{new string('a', 40_000_000)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };
}
