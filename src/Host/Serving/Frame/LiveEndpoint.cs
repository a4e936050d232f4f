using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving.Frame;

/// <summary>
/// <c>/live</c>: tells an open screen, by Server-Sent Events, what changed. Topics are gathered for a quarter of a second, so that
/// a flood of messages makes a few refreshes a second and not thousands. A session that is ended ends its streams, at once where this
/// process ended it, and with the next beat where another did.
/// </summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", ServeAsync).RequireAuthorization();

    private static async Task ServeAsync(
        HttpContext http, LiveTopics topics, Frames frames, ISignedIn signedIn, TimeProvider clock, IHostApplicationLifetime life)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        using var listening = topics.Listen();
        var screen = new Screen(http.Response, http.Person(), frames);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await screen.BeginAsync(ended.Token);
            if (http.Request.Query.TryGetValue("since", out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var since)
                && topics.ChangedSince(since) is { Count: > 0 } missed)
            {
                await screen.TellAsync(missed, ended.Token);
            }

            while (!ended.IsCancellationRequested)
            {
                var changes = await WaitAsync(listening.Topics, clock, ended.Token);
                if (changes)
                    await Task.Delay(Gather, clock, ended.Token);
                if (await signedIn.AgainAsync(http.Person(), ended.Token) is not { } person)
                    return;
                screen.ShownTo(person);
                if (!changes)
                {
                    await screen.BeatAsync(ended.Token);
                    continue;
                }

                var changed = new HashSet<string>(StringComparer.Ordinal);
                while (listening.Topics.TryRead(out var topic))
                    changed.Add(topic);
                await screen.TellAsync(changed, ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The screen was closed, or the service stops: the browser connects again by itself.
        }
    }

    /// <summary>True as soon as something changed; false after a beat without.</summary>
    private static async Task<bool> WaitAsync(ChannelReader<string> topics, TimeProvider clock, CancellationToken ct)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var pause = clock.CreateTimer(_ => beat.Cancel(), null, Beat, Timeout.InfiniteTimeSpan);
        try
        {
            return await topics.WaitToReadAsync(beat.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>One open screen, and what it was last told.</summary>
    private sealed class Screen(HttpResponse response, Person person, Frames frames)
    {
        private Person _person = person;
        private Dictionary<string, RaisedAlarm> _alarms = [];
        private IReadOnlyDictionary<string, int> _counts = new Dictionary<string, int>();

        public async Task BeginAsync(CancellationToken ct)
        {
            await BeatAsync(ct);
            await TellAlarmsAsync(ct);
            await TellCountsAsync(ct);
        }

        /// <summary>They may have been given or refused something meanwhile.</summary>
        public void ShownTo(Person now) => _person = now;

        public Task BeatAsync(CancellationToken ct) => SendAsync("beat", new { }, ct);

        public async Task TellAsync(IEnumerable<string> changed, CancellationToken ct)
        {
            await TellAlarmsAsync(ct);
            foreach (var topic in changed)
                await SendAsync("changed", new { topic }, ct);
            await TellCountsAsync(ct);
        }

        private async Task TellCountsAsync(CancellationToken ct)
        {
            var counts = await frames.CountsAsync(_person, ct);
            foreach (var (name, value) in counts.Where(c => !_counts.TryGetValue(c.Key, out var was) || was != c.Value))
                await SendAsync("count", new { name, value }, ct);
            _counts = counts;
        }

        private async Task TellAlarmsAsync(CancellationToken ct)
        {
            var now = (await frames.AlarmsAsync(_person, ct)).ToDictionary(a => a.Id, StringComparer.Ordinal);
            // An alarm that goes further keeps its id, and says so in other words.
            foreach (var alarm in now.Values.Where(a => !_alarms.TryGetValue(a.Id, out var was) || was.Text != a.Text))
                await SendAsync("alarm", new { id = alarm.Id, text = alarm.Text, href = alarm.Href, since = ForceTime.Machine(alarm.Since), acknowledge = alarm.AcknowledgeHref }, ct);
            foreach (var gone in _alarms.Values.Where(a => !now.ContainsKey(a.Id)))
                await SendAsync("alarm", new { id = gone.Id, over = true, acknowledgedBy = await frames.WhoAcknowledgedAsync(gone, ct) }, ct);
            _alarms = now;
        }

        private async Task SendAsync(string name, object data, CancellationToken ct)
        {
            await response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, Json)}\n\n", Encoding.UTF8, ct);
            await response.Body.FlushAsync(ct);
        }
    }
}
