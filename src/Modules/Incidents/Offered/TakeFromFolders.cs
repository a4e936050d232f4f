using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>
/// Takes what other forces drop into their folders. A file that was taken is renamed and stays; one that could not be taken is renamed
/// too, and its sender finds the refusal under <c>answers/</c>.
/// </summary>
internal sealed class TakeFromFolders(Destinations destinations, Deliver deliver, TakeOffer take, TurnAway away, TimeProvider clock, ILogger<TakeFromFolders> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Looks once into every folder, and records who was turned away meanwhile.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await away.FlushAsync(ct);
        foreach (var peer in destinations.All.Where(d => d.OffersFolder.Length > 0))
        {
            var folder = new DirectoryInfo(deliver.OffersOf(peer));
            foreach (var file in folder.EnumerateFiles("*.json").OrderBy(f => f.LastWriteTimeUtc).Take(100).ToList())
                await TakeAsync(peer, file, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "What other services offer could not be taken; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync(Destination peer, FileInfo file, CancellationToken ct)
    {
        if (file.Length > OfferEndpoints.MostBytes)
        {
            await away.RecordAsync(peer.Key, "TooLarge", file.Name, ct);
            await RefuseAsync(peer, file, $"A document has {OfferEndpoints.MostBytes} bytes at most", ct);
            return;
        }

        switch (await take.HandleAsync(peer, Way.File, await File.ReadAllBytesAsync(file.FullName, ct), Path.GetFileNameWithoutExtension(file.Name), ct))
        {
            case Taken.Here:
                file.MoveTo(file.FullName + ".taken", overwrite: true);
                break;
            case Taken.Unfit unfit:
                await RefuseAsync(peer, file, unfit.Words, ct);
                break;
        }
    }

    /// <summary>The refusal first: a file that is still there is looked at again.</summary>
    private async Task RefuseAsync(Destination peer, FileInfo file, string why, CancellationToken ct)
    {
        await deliver.DropAnswerAsync(peer, file.Name, new Answer(Says.Refused, null, why).Write(), ct);
        file.MoveTo(file.FullName + ".refused", overwrite: true);
    }
}
