using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Modules.Tests.Incidents;

/// <summary>Another force's system on this machine, over real HTTP: it answers what a test says, and keeps what it got.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, string Body)> Got { get; } = new();

    /// <summary>What it answers: a status and a body; null to never answer.</summary>
    public Func<(int Status, string Body)?> Answers { get; set; } = () => (200, """{"status":"accepted","reference":"CAD 1234"}""");

    public string Address => _app.Urls.First() + "/incidents";

    public static async Task<Receiver> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/incidents", receiver.TakeAsync);
        await receiver._app.StartAsync(TestForce.Ct);
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Got.Enqueue((http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        if (Answers() is not { } answer)
        {
            var gone = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task;
            return;
        }

        http.Response.StatusCode = answer.Status;
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
