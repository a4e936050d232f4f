using System.Globalization;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Publishing.ReadBack;

/// <summary>
/// Finds out what became of a delivery whose outcome is unknown, by reading the network, less and less often. Reading changes
/// nothing there, so it goes on while publishing is paused.
/// </summary>
internal sealed class LookBack(Store<PublishingModule> store, IConnectorLines lines, DeliveryBook book, ActFactory acts, TimeProvider clock)
{
    public static readonly ActKind Kind = new("publishing.look-back");
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly Statement<DeliveryRow> Due = Statement.Paged<DeliveryRow>(
        $"""
        SELECT {DeliveryStatements.Columns} FROM publishing.Delivery
        WHERE ChannelId = @channelId AND State = @unknown AND LookAt <= @now
        ORDER BY LookAt, Id
        """);

    /// <summary>True where something was looked for.</summary>
    public async Task<bool> StepAsync(long channelId, CancellationToken ct)
    {
        var args = new { channelId, unknown = DeliveryState.OutcomeUnknown, now = clock.GetUtcNow(), take = 1 };
        if (await store.FindAsync(Due, args, ct) is not { } d)
            return false;
        var (outcome, isAsked) = await AskAsync(d, ct);
        if (outcome is Outcome<Sighting>.Success { Value: var seen })
            await SettleAsync(d.Id, seen, ct);
        else
            await TryLaterAsync(d, outcome, isAsked, ct);
        return true;
    }

    /// <summary>Reads the network back for a delivery, bounded.</summary>
    public async Task<Outcome<Sighting>> ReadAsync(DeliveryRow d, CancellationToken ct) => (await AskAsync(d, ct)).Outcome;

    private async Task<(Outcome<Sighting> Outcome, bool IsAsked)> AskAsync(DeliveryRow d, CancellationToken ct)
    {
        var isAsked = false;
        using var tooLong = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
        try
        {
            var outcome = await lines.UseAsync<IPublish, Sighting>(d.ChannelId, FindAsync, end.Token).WaitAsync(Longest + TimeSpan.FromSeconds(2), clock, ct);
            return (outcome, isAsked);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var why = e is OperationCanceledException or TimeoutException
                ? "The network did not answer within 15 seconds."
                : $"The connector failed ({e.GetType().Name}).";
            return (new Outcome<Sighting>.Broken(why), isAsked);
        }

        Task<Outcome<Sighting>> FindAsync(IPublish line, CancellationToken token)
        {
            isAsked = true;
            return line.FindAsync(d.ToOutbound(), token);
        }
    }

    private Task<DeliveryRow?> SettleAsync(long id, Sighting seen, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        var receipt = seen.Post is { Receipt.IsEmpty: false } post ? ReceiptRow.Of(id, post, act.At) : null;
        return book.ChangeAsync(
            act, id, (_, d) => Task.FromResult(d.Looked(seen, receipt?.Sha256, act.At)), ct,
            async (session, _) =>
            {
                if (receipt is not null)
                    await session.ExecuteAsync(ReceiptRow.Insert, receipt, ct);
            });
    }

    private Task TryLaterAsync(DeliveryRow d, Outcome<Sighting> outcome, bool isAsked, CancellationToken ct)
    {
        var (why, after) = outcome switch
        {
            Outcome<Sighting>.Retry retry => (retry.Why, retry.After),
            Outcome<Sighting>.Reconnect reconnect => (reconnect.Why, TimeSpan.Zero),
            Outcome<Sighting>.Refused refused => (refused.Why, TimeSpan.Zero),
            Outcome<Sighting>.Broken broken => (broken.Why, TimeSpan.Zero),
            Outcome<Sighting>.OutcomeUnknown unknown => (unknown.Why, TimeSpan.Zero),
            _ => throw new InvalidOperationException($"There is no outcome {outcome.GetType().Name}."),
        };
        var now = clock.GetUtcNow();

        // While the connector is not there (it is still being loaded, say), nobody has looked: that makes the next look no rarer.
        var looks = isAsked ? d.Looks + 1 : d.Looks;
        var backOff = isAsked ? Patience.BeforeLook(looks) : outcome is Outcome<Sighting>.Retry ? Patience.BeforeLook(0) : Patience.BeforeSignIn;
        var said = string.Create(CultureInfo.CurrentCulture, $"It may or may not be published. Reading the network back did not tell: {why}");
        return book.NoteAsync(d, d with { Looks = looks, LookAt = now + (after > backOff ? after : backOff), Why = said }, StepKind.LookedInVain, now, ct);
    }
}
