using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>What came of one attempt to deliver.</summary>
internal abstract record Delivered
{
    private Delivered()
    {
    }

    /// <summary>The other side has it, and said this.</summary>
    public sealed record There(Answer Answer) : Delivered;

    /// <summary>It may not have arrived; it is tried again.</summary>
    public sealed record NotYet(string Why) : Delivered;

    /// <summary>The other side will not have it as it is.</summary>
    public sealed record Never(string Why) : Delivered;
}

/// <summary>Delivers a document once, by file or by webhook. What the other side must know to trust it stands in docs/incident-handover.md.</summary>
internal sealed class Deliver(IHttpClientFactory clients, DataFolder data, TimeProvider clock)
{
    public const string Client = "incidents.hand-over";
    private const int MostAnswer = 64 * 1024;

    public Task<Delivered> ToAsync(Destination destination, HandoverRow handover, CancellationToken ct) => destination.Way switch
    {
        Way.File => DropAsync(destination, handover, ct),
        Way.Webhook => PostAsync(destination, handover, ct),
    };

    public string FolderOf(Destination destination) =>
        Path.IsPathRooted(destination.Folder) ? Directory.CreateDirectory(destination.Folder).FullName : data.Sub(Path.Combine("handover", destination.Folder));

    /// <summary>What a receiver computes again over the very bytes it got.</summary>
    public static string Sign(string secret, string timestamp, string body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    public static string NameOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task<Delivered> DropAsync(Destination destination, HandoverRow handover, CancellationToken ct)
    {
        try
        {
            var final = Path.Combine(FolderOf(destination), $"{NameOf(handover.Id)}.json");
            await using (var part = new FileStream(final + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await part.WriteAsync(Encoding.UTF8.GetBytes(handover.Document), ct);
                part.Flush(flushToDisk: true);
            }

            // The reader sees the whole file or none.
            File.Move(final + ".part", final, overwrite: true);
            return new Delivered.There(new(Says.Received, null, null));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Delivered.NotYet($"The file could not be written: {e.Message}");
        }
    }

    private async Task<Delivered> PostAsync(Destination destination, HandoverRow handover, CancellationToken ct)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, destination.Address) { Content = new StringContent(handover.Document, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", NameOf(handover.Id));
        request.Headers.Add("X-PoliceSocial-Timestamp", timestamp);
        request.Headers.Add("X-PoliceSocial-Signature", Sign(destination.Secret, timestamp, handover.Document));
        using var client = clients.CreateClient(Client);
        client.Timeout = TimeSpan.FromSeconds(destination.TimeoutSeconds);
        client.MaxResponseContentBufferSize = MostAnswer;
        try
        {
            using var response = await client.SendAsync(request, ct);
            return Read((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        }
        catch (HttpRequestException e)
        {
            return new Delivered.NotYet($"The other system could not be reached or broke off: {e.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Delivered.NotYet(string.Create(CultureInfo.CurrentCulture, $"The other system did not answer within {destination.TimeoutSeconds} seconds."));
        }
    }

    private static Delivered Read(int status, string body) => status switch
    {
        >= 200 and < 300 => Answer.Read(body) is { } answer
            ? new Delivered.There(answer)
            : new Delivered.NotYet("The other system answered something that is no answer."),
        408 or 425 or 429 or >= 500 => new Delivered.NotYet($"The other system answered {status}."),
        _ => new Delivered.Never($"The other system answered {status}: it will not take it as it is."),
    };
}
