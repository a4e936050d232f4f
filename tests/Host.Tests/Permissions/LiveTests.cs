using System.Net;

namespace PoliceSocial.Host.Tests.Permissions;

public sealed class LiveTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Live_EndsWithinSecondsOfItsSession()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);
        using var handler = new SocketsHttpHandler { CookieContainer = person.Cookies };
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = host.Address };
        using var answer = await http.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var stream = await answer.Content.ReadAsStreamAsync(Ct);
        var ended = stream.CopyToAsync(Stream.Null, Ct);

        await person.SubmitAsync("/account", "form[action='/sign-out']", [], Ct);

        await ended.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }
}
