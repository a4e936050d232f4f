using Microsoft.Extensions.Logging;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Inbox.Quarantine;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// Stores a page that a channel handed over. One that is refused again and again is taken apart: what can be stored is, what cannot
/// is kept aside with its bytes, and the channel goes on. Where even that fails, the channel raises the alarm and waits.
/// </summary>
internal sealed class StorePage(Intake intake, KeepAside aside, IChannelTroubles troubles, ILogger<StorePage> log)
{
    /// <summary>So many failures of one page in a row are no passing trouble of the store.</summary>
    public const int Patience = 3;

    private const string Failing =
        "What comes from it cannot be stored. Nothing is lost: it is fetched again until it can be. Whoever runs the service must look at its log and its disk.";

    /// <summary>Stores the page, or throws: then it must be handed over again.</summary>
    /// <param name="channel">Whose it is.</param>
    /// <param name="page">What came.</param>
    /// <param name="failures">How often the same was tried before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(ChannelSummary channel, CollectedPage page, int failures, CancellationToken ct)
    {
        try
        {
            if (failures < Patience)
                await intake.TakeAsync(channel, page, ct);
            else
                await TakeApartAsync(channel, page, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && failures >= Patience)
        {
            await troubles.CannotStoreAsync(channel.Id, Failing, ct);
            throw;
        }

        await troubles.StoresAgainAsync(channel.Id, ct);
    }

    private async Task TakeApartAsync(ChannelSummary channel, CollectedPage page, CancellationToken ct)
    {
        foreach (var item in (page.Items ?? []).Where(i => i is not null))
        {
            try
            {
                await intake.TakeAloneAsync(channel, item, page.Exchanges, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "An item of channel {Channel} cannot be stored; its bytes are kept aside.", channel.Id);
                await aside.RunAsync(channel, item, e, ct);
            }
        }

        await intake.TakeAsync(channel, new([], [], page.Next, page.More), ct);
    }
}
