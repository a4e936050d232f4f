using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PoliceSocial.Bench;

/// <summary>A member of staff at the desk: signs in and answers through the same pages as everybody.</summary>
internal sealed partial class Desk : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Signs in; throws where that is refused.</summary>
    public async Task SignInAsync(Uri service, string name, CancellationToken ct)
    {
        var page = await _http.GetStringAsync(new Uri(service, "/sign-in"), ct);
        using var answer = await PostAsync(
            new Uri(service, "/sign-in"), page, [new("SignInName", name), new("Password", "quiet-night-at-the-desk")], ct);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{name} could not sign in: the answer was {(int)answer.StatusCode}.");
    }

    /// <summary>Opens a conversation and answers it publicly; true where the desk said that the reply is on its way.</summary>
    public async Task<bool> ReplyAsync(Uri service, long conversation, string text, CancellationToken ct)
    {
        var address = new Uri(service, string.Create(CultureInfo.InvariantCulture, $"/inbox/{conversation}"));
        var page = await _http.GetStringAsync(address, ct);
        if (Seen().Match(page) is not { Success: true } seen)
            throw new InvalidOperationException($"The page of conversation {conversation} has no form to answer.");
        using var answer = await PostAsync(
            new Uri(address, "?handler=Reply"), page, [new("Way", "public"), new("Seen", seen.Groups[1].Value), new("Text", text)], ct);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>Lets go on what was paused; throws where that is refused.</summary>
    public async Task LetGoOnAsync(Uri service, long pause, CancellationToken ct)
    {
        var address = new Uri(service, "/publishing/pause");
        var page = await _http.GetStringAsync(address, ct);
        using var answer = await PostAsync(new Uri(address, "?handler=Resume"), page, [new("pauseId", pause.ToString(CultureInfo.InvariantCulture))], ct);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Publishing could not be let go on: the answer was {(int)answer.StatusCode}.");
    }

    /// <summary>Fetches a page; throws where it is not shown.</summary>
    public Task<string> ReadAsync(Uri page, CancellationToken ct) => _http.GetStringAsync(page, ct);

    /// <summary>Fetches a part of a page, as an open screen does.</summary>
    public async Task<string> ReadFragmentAsync(Uri page, string part, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "X-Fragment", part } } };
        using var answer = await _http.SendAsync(request, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
    }

    /// <summary>Hears a stream of events, line by line, until it is cancelled.</summary>
    public async Task ListenAsync(Uri address, Action<string> hear, CancellationToken ct)
    {
        try
        {
            using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct));
            while (await reader.ReadLineAsync(ct) is { } line)
                hear(line);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It was asked to stop.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(Uri address, string page, KeyValuePair<string, string>[] fields, CancellationToken ct)
    {
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await _http.PostAsync(address, form, ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9]+)\"")]
    private static partial Regex Seen();
}
