using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>
/// A command-and-control system on this machine, over real HTTP: it takes only what is signed under its secret, and answers with a number
/// of its own.
/// </summary>
internal sealed class OtherSystem : IAsyncDisposable
{
    public const string Reference = "CAD 2026-4711";
    private const string Secret = "a secret of the two systems";
    private readonly WebApplication _app;

    private OtherSystem(WebApplication app) => _app = app;

    /// <summary>The documents that it took.</summary>
    public ConcurrentQueue<JsonNode> Taken { get; } = new();

    /// <summary>What the host must be told to hand exercises over to it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Incidents__Destinations__2__Key"] = "cad",
        ["Incidents__Destinations__2__Name"] = "Command and control",
        ["Incidents__Destinations__2__Way"] = "Webhook",
        ["Incidents__Destinations__2__Address"] = _app.Urls.First() + "/incidents",
        ["Incidents__Destinations__2__Secret"] = Secret,
        ["Incidents__Destinations__2__Exercises"] = "true",
    };

    public static async Task<OtherSystem> OpenAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var system = new OtherSystem(builder.Build());
        system._app.MapPost("/incidents", (Delegate)system.TakeAsync);
        await system._app.StartAsync(ct);
        return system;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var signed = Encoding.UTF8.GetBytes($"{http.Request.Headers["X-PoliceSocial-Timestamp"]}.").Concat(body.ToArray()).ToArray();
        var expected = "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed));
        if (expected != http.Request.Headers["X-PoliceSocial-Signature"])
            return Results.Unauthorized();
        Taken.Enqueue(JsonNode.Parse(body.ToArray())!);
        return Results.Text($$"""{"status":"accepted","reference":"{{Reference}}"}""", "application/json");
    }
}
