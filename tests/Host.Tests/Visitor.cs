using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PoliceSocial.Host.Tests;

/// <summary>Somebody at a browser without script: keeps cookies, follows redirects, sends forms as they stand in the page.</summary>
public sealed class Visitor : IDisposable
{
    /// <summary>Of everybody in the rehearsal force.</summary>
    public const string Password = "quiet-night-at-the-desk";

    private readonly HttpClient _http;

    internal Visitor(Uri address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        _http = new HttpClient(handler, disposeHandler: true) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public async Task SignInAsync(string name, CancellationToken ct)
    {
        var answer = await SubmitAsync("/sign-in", "main form", new() { ["SignInName"] = name, ["Password"] = Password }, ct);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{name} could not sign in: {answer.Status} {answer.Page?.QuerySelector("main")?.TextContent}");
    }

    /// <summary>Asks for an address, and follows no redirect.</summary>
    public Task<Answer> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, content: null, ct);

    /// <summary>Opens a page, which must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path, CancellationToken ct)
    {
        var answer = await GetAsync(path, ct);
        while (answer.Status is HttpStatusCode.Redirect && answer.Location is { } next)
            answer = await GetAsync(next, ct);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path} answered {answer.Status}.");
        return answer.Page!;
    }

    /// <summary>Opens a page, fills in one of its forms and sends it.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, Dictionary<string, string> filledIn, CancellationToken ct)
    {
        var page = await OpenAsync(path, ct);
        var found = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{path} has no form {form}.");
        var action = found.GetAttribute("action") is { Length: > 0 } named ? named : path;
        return await PostAsync(action, Fields(found, filledIn), ct);
    }

    /// <summary>Sends fields, as they are.</summary>
    public Task<Answer> PostAsync(string path, IReadOnlyDictionary<string, string> fields, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), ct);

    /// <summary>Opens a page, fills in one of its forms and sends it with a file, as a browser does.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, Dictionary<string, string> filledIn, (string Field, string Name, byte[] Bytes) file, CancellationToken ct)
    {
        var found = (IHtmlFormElement)(await OpenAsync(path, ct)).QuerySelector(form)!;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(found, filledIn))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        return await SendAsync(HttpMethod.Post, found.GetAttribute("action")!, content, ct);
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> Fields(IHtmlFormElement form, Dictionary<string, string> filledIn)
    {
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked)
            .GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.Last().Value);
        foreach (var (name, value) in filledIn)
            fields[name] = value;
        return fields;
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await _http.SendAsync(request, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        var page = answer.Content.Headers.ContentType?.MediaType == "text/html" ? new HtmlParser().ParseDocument(body) : null;
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, body, page, answer.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Body, IHtmlDocument? Page, IReadOnlyDictionary<string, string> Headers);
