using System.Globalization;
using System.Text;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Platform.Outbound;

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
        Way.File => DropAsync(FolderOf(destination), $"{NameOf(handover.Id)}.json", handover.Document, ct),
        Way.Webhook => PostAsync(destination, destination.Address, handover, ct),
    };

    /// <summary>Our answer, the way the offer came.</summary>
    public Task<Delivered> BackAsync(Destination destination, HandoverRow handover, OfferRow offer, CancellationToken ct) => offer.Way switch
    {
        Way.File => DropAsync(AnswersTo(destination), $"{offer.TheirId}.json", handover.Document, ct),
        Way.Webhook => PostAsync(
            destination, destination.AnswersAddress.Length > 0 ? destination.AnswersAddress : destination.Address.TrimEnd('/') + "/answers", handover, ct),
    };

    /// <summary>Tells a sender at once, by file, that its document cannot be taken.</summary>
    public async Task DropAnswerAsync(Destination peer, string name, string answer, CancellationToken ct)
    {
        if (await DropAsync(AnswersTo(peer), name, answer, ct) is Delivered.NotYet { Why: var why })
            throw new IOException(why);
    }

    /// <summary>Where another force drops its offers.</summary>
    public string OffersOf(Destination peer) =>
        Path.IsPathRooted(peer.OffersFolder) ? Directory.CreateDirectory(peer.OffersFolder).FullName : data.Sub(Path.Combine("handover", peer.OffersFolder));

    public string FolderOf(Destination destination) =>
        Path.IsPathRooted(destination.Folder) ? Directory.CreateDirectory(destination.Folder).FullName : data.Sub(Path.Combine("handover", destination.Folder));

    public static string NameOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    private string AnswersTo(Destination peer) => Directory.CreateDirectory(Path.Combine(OffersOf(peer), DeliverDue.Answers)).FullName;

    private static async Task<Delivered> DropAsync(string folder, string name, string document, CancellationToken ct)
    {
        try
        {
            var final = Path.Combine(folder, name);
            await using (var part = new FileStream(final + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await part.WriteAsync(Encoding.UTF8.GetBytes(document), ct);
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

    private async Task<Delivered> PostAsync(Destination destination, string address, HandoverRow handover, CancellationToken ct)
    {
        using var request = SignedPost.Request(address, destination.Secret, handover.Id, handover.Document, clock.GetUtcNow());
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
