using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PoliceSocial.Host.Serving;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>Whom the service believes when it is told who calls.</summary>
public sealed class ReverseProxyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forwarded_FromAProxyThatIsNamed_IsBelieved()
    {
        Assert.Equal("203.0.113.9 https", await AskAsync(("ReverseProxy:Addresses:0", "127.0.0.1")));
        Assert.Equal("203.0.113.9 https", await AskAsync(("ReverseProxy:Networks:0", "127.0.0.0/8")));
    }

    [Fact]
    public async Task Forwarded_FromAnybodyElse_IsNotBelieved()
    {
        Assert.Equal("127.0.0.1 http", await AskAsync());
        Assert.Equal("127.0.0.1 http", await AskAsync(("ReverseProxy:Addresses:0", "10.0.0.5"), ("ReverseProxy:Networks:0", "192.168.0.0/16")));
    }

    [Theory]
    [InlineData("ReverseProxy:Addresses:0", "proxy.example")]
    [InlineData("ReverseProxy:Networks:0", "10.0.0.0/99")]
    public async Task Proxy_ThatCannotBeRead_StopsTheStartWithASentence(string key, string value)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync((key, value)));
        Assert.Contains($"has '{value}'", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseReverseProxy();
        app.MapGet("/", (HttpContext http) => $"{http.Connection.RemoteIpAddress!.MapToIPv4()} {http.Request.Scheme}");
        await app.StartAsync(Ct);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single());
        request.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request, Ct);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
