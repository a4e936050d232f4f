using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PoliceSocial.Network;

/// <summary>A person on the authorization server's own pages, doing what their browser would do there.</summary>
public static class AtConsent
{
    /// <summary>Signs in and gives the permission that is asked for; answers the parameters that the browser is sent back with.</summary>
    public static Task<IReadOnlyDictionary<string, string>> GiveAsync(AtNetwork network, Uri page, AtPerson person, CancellationToken ct) =>
        DecideAsync(network, page, person, "consent", new JsonObject { ["sub"] = person.Did }, ct);

    /// <summary>Signs in and refuses.</summary>
    public static Task<IReadOnlyDictionary<string, string>> RefuseAsync(AtNetwork network, Uri page, AtPerson person, CancellationToken ct) =>
        DecideAsync(network, page, person, "reject", new JsonObject(), ct);

    private static async Task<IReadOnlyDictionary<string, string>> DecideAsync(
        AtNetwork network, Uri page, AtPerson person, string decision, JsonObject body, CancellationToken ct)
    {
        var browser = new Browser(network.Http, page);
        await browser.OpenAsync(page, ct);
        var account = await browser.CallAsync("sign-in",
            new JsonObject { ["locale"] = "en", ["username"] = person.Handle, ["password"] = person.Password, ["remember"] = true }, ct);
        if ((string?)account["account"]?["sub"] != person.Did)
            throw new InvalidOperationException($"The sign-in answered {account}");
        var decided = await browser.CallAsync(decision, body, ct);
        var back = await browser.OpenAsync(new Uri((string)decided["url"]!), ct)
            ?? throw new InvalidOperationException("The browser was not sent back.");
        return back.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Unescape(pair[0]), pair => Unescape(pair[1]));
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>As much of a browser as the pages look for: cookies, the token against forgery, and where a request comes from.</summary>
    private sealed class Browser(HttpClient http, Uri page)
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        public async Task<Uri?> OpenAsync(Uri address, CancellationToken ct)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            Dress(request, "navigate", "document", address == page ? "cross-site" : "same-origin");
            using var answer = await SendAsync(request, ct);
            return answer.Headers.Location;
        }

        public async Task<JsonNode> CallAsync(string endpoint, JsonObject body, CancellationToken ct)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page, $"/@atproto/oauth-provider/~api/{endpoint}"));
            request.Content = JsonContent.Create(body);
            Dress(request, "same-origin", "empty", "same-origin");
            request.Headers.Add("Origin", page.GetLeftPart(UriPartial.Authority));
            request.Headers.Add("x-csrf-token", _cookies["csrf-token"]);
            using var answer = await SendAsync(request, ct);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!;
        }

        private void Dress(HttpRequestMessage request, string mode, string destination, string site)
        {
            request.Headers.Add("Sec-Fetch-Mode", mode);
            request.Headers.Add("Sec-Fetch-Dest", destination);
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0");
            if (request.RequestUri != page)
                request.Headers.Referrer = page;
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var answer = await http.SendAsync(request, ct);
            if ((int)answer.StatusCode >= 400)
                throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }
            return answer;
        }
    }
}
