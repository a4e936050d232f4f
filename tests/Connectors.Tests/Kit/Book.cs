using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Kit;

/// <summary>The book behind the careless connector.</summary>
internal sealed class Book : HttpMessageHandler
{
    private readonly List<string> _lines = [];
    private readonly ConcurrentDictionary<string, string> _posts = new();

    public void Write(string line)
    {
        lock (_lines)
            _lines.Add(line);
    }

    public int Count(string text) => _posts.Values.Count(post => post == text);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer(request.Method.Method, path, query["after"], query["text"])) });
    }

    private string Answer(string method, string[] path, string? after, string? text) => (method, path) switch
    {
        ("GET", ["me"]) => new JsonObject { ["name"] = "force" }.ToJsonString(),
        ("GET", ["lines"]) => LinesAfter(int.Parse(after!, CultureInfo.InvariantCulture)),
        ("GET", ["posts", var key]) => _posts.GetValueOrDefault(key, ""),
        ("PUT", ["posts", var key]) => _posts[key] = text!,
        ("DELETE", ["posts", var key]) => _posts.TryRemove(key, out _) ? "gone" : "was gone",
        _ => "",
    };

    private string LinesAfter(int after)
    {
        lock (_lines)
            return new JsonArray([.. _lines.Select((line, at) => new JsonObject { ["id"] = at + 1, ["text"] = line }).Skip(after)]).ToJsonString();
    }
}

/// <summary>The careless connector with one of its sins.</summary>
internal sealed class CarelessSubject(string sin) : ConnectorSubject
{
    private readonly Book _book = new();

    public override string PluginFolder => PluginFolders.Of("Careless");

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["sin"] = sin };

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string> { ["token"] = "a-token-that-nobody-may-see" };

    public override HttpMessageHandler Network => _book;

    public override Task<string> WriteAsync(string text, CancellationToken ct)
    {
        _book.Write(text);
        return Task.FromResult(text);
    }

    public override Task<int> CountAsync(string text, CancellationToken ct) => Task.FromResult(_book.Count(text));
}
