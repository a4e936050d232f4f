using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Host.Shelf;

namespace PoliceSocial.Shelf.Tests;

/// <summary>The client that connectors are lent, against a real server on this machine.</summary>
public sealed class GuardedClient : IAsyncLifetime
{
    private readonly WebApplication _server = Server();
    private string _address = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync(Ct);
        _address = _server.Urls.Single();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Client_ReachesTheAddressThatThePersonGave()
    {
        using var client = Client();
        Assert.Equal("hello", await client.GetStringAsync(new Uri(_address + "/hello"), Ct));
    }

    [Fact]
    public async Task Client_ReachesNoOtherHost()
    {
        using var client = Client();
        var e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("https://example.com/"), Ct));
        Assert.Contains("does not name that host", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_DoesNotReachAPublicNameThatLeadsInside()
    {
        // Its own name for this machine stands for any name whose owner points it at an inside address.
        var port = new Uri(_address).Port;
        var name = Dns.GetHostName();
        var inside = (await Dns.GetHostAddressesAsync(name, Ct)).Where(a => !PublicAddress.IsPublic(a)).ToList();
        Assert.SkipWhen(inside.Count == 0, "This machine's name does not lead to an inside address.");
        using var client = Client($"http://{name}:{port}");

        var e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri($"http://{name}:{port}/hello"), Ct));

        Assert.Contains("inside this network", (e.InnerException ?? e).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_FollowsNoRedirect_AndKeepsNoCookie()
    {
        using var client = Client();
        using var first = await client.GetAsync(new Uri(_address + "/away"), Ct);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("none", await client.GetStringAsync(new Uri(_address + "/cookies"), Ct));
    }

    [Theory]
    [InlineData("/large")]
    [InlineData("/bomb")]
    public async Task Client_StopsAnAnswerThatIsTooLarge(string path)
    {
        using var client = Client();
        using var answer = await client.GetAsync(new Uri(_address + path), HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => body.CopyToAsync(Stream.Null, Ct));
    }

    [Fact]
    public async Task Client_KeepsTheTime_AlsoWhileABodyTrickles()
    {
        var rules = new HostRules(["{server}"], new Dictionary<string, string> { ["server"] = _address });
        using var handler = new GuardedHandler(rules, TimeSpan.FromSeconds(2), 1 << 20, new SocketsHttpHandler());
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await client.GetAsync(new Uri(_address + "/trickle"), HttpCompletionOption.ResponseHeadersRead, Ct);

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.Content.ReadAsByteArrayAsync(Ct));

        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task Plugin_ThatUsedItsClient_StillLeavesMemory()
    {
        await using var shelf = new RunningShelf();
        var old = await shelf.PutAsync("Good");
        Assert.IsType<Outcome<CollectedPage>.Success>(await shelf.CollectAsync(RunningShelf.Channel(mood: "fetch", server: _address + "/hello")));

        await shelf.PutAsync("GoodNext", version: "2.0.0");
        await shelf.Shelf.RetiredAsync();

        Assert.Equal(PluginState.Unloaded, shelf.Status(old).State);
    }

    private HttpClient Client(string? server = null) =>
        GuardedHttp.Create(
            new HostRules(["{server}"], new Dictionary<string, string> { ["server"] = server ?? _address }),
            new ShelfOptions { DataFolder = Path.GetTempPath() });

    private static WebApplication Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/hello", () => "hello");
        app.MapGet("/away", (HttpContext c) =>
        {
            c.Response.Cookies.Append("who", "you");
            c.Response.Redirect("/hello");
        });
        app.MapGet("/cookies", (HttpContext c) => c.Request.Headers.Cookie.Count == 0 ? "none" : "some");
        app.MapGet("/large", (HttpContext c) => PourAsync(c.Response.Body, c.RequestAborted));
        app.MapGet("/bomb", async (HttpContext c) =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(c.Response.Body, CompressionLevel.Fastest);
            await PourAsync(gzip, c.RequestAborted);
        });
        app.MapGet("/trickle", async (HttpContext c) =>
        {
            await c.Response.Body.WriteAsync(new byte[1], c.RequestAborted);
            await c.Response.Body.FlushAsync(c.RequestAborted);
            await new TaskCompletionSource().Task.WaitAsync(c.RequestAborted);
        });
        return app;
    }

    private static async Task PourAsync(Stream to, CancellationToken ct)
    {
        var zeros = new byte[1 << 20];
        try
        {
            for (var written = 0L; written <= GuardedHttp.LargestAnswer; written += zeros.Length)
                await to.WriteAsync(zeros, ct);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client hung up, as it should.
        }
    }
}
