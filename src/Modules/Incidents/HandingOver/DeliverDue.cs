using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Incidents.Offered;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>Delivers what is to be handed over, at least once, and brings back the answers that systems leave in their folders.</summary>
internal sealed class DeliverDue(
    Store<IncidentsModule> store, HandoverBook book, Destinations destinations, Deliver deliver, ActFactory acts, TimeProvider clock, ILogger<DeliverDue> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("incidents.deliver");
    public const string Answers = "answers";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Delivers all that is due, and reads all answers.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        foreach (var id in await store.QueryAsync(HandoverStatements.Due, new { waiting = HandoverState.Waiting, now = clock.GetUtcNow(), take = 50 }, ct))
            await DeliverAsync(id, ct);
        var files = destinations.All.Where(d => d.Way == Way.File).ToDictionary(d => d.Key, StringComparer.Ordinal);
        if (files.Count == 0)
            return;
        var unanswered = await store.QueryAsync(
            HandoverStatements.Unanswered, new { delivered = HandoverState.Delivered, answer = Purpose.Answer, destinations = files.Keys.ToArray(), take = 500 }, ct);
        foreach (var handover in unanswered)
            await ReadAnswerAsync(files[handover.Destination], handover, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Incidents could not be handed over; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DeliverAsync(long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await store.FindAsync(HandoverStatements.Load, new { id }, ct) is not { } handover)
            return;
        if (destinations.Find(handover.Destination) is not { } destination)
        {
            await book.ChangeAsync(acts.ByService(Kind), id, h => h.Fail(h.Destination, "It is no longer among the destinations.", now), ct);
            return;
        }

        var patience = TimeSpan.FromSeconds(destination.TimeoutSeconds) + Margin;
        if (await book.ChangeAsync(acts.ByService(Kind), id, h => h.Attempt(now, patience), ct) is not { } attempted)
            return;
        var outcome = attempted.OfferId is { } offerId && await store.FindAsync(OfferStatements.Load, new { id = offerId }, ct) is { } offer
            ? await deliver.BackAsync(destination, attempted, offer, ct)
            : await deliver.ToAsync(destination, attempted, ct);

        // Even when the service is being stopped: what is known must not become unknown.
        await book.ChangeAsync(acts.ByService(Kind), id, h => Decide(h, destination.Name, outcome), CancellationToken.None);
    }

    private Step? Decide(HandoverRow h, string name, Delivered outcome) => outcome switch
    {
        Delivered.There { Answer.Says: Says.Received } => h.Delivered(name, clock.GetUtcNow()),
        Delivered.There there => h.Answered(name, there.Answer, null, clock.GetUtcNow()),
        Delivered.NotYet late => h.PutOff(name, late.Why, clock.GetUtcNow()),
        Delivered.Never never => h.Fail(name, never.Why, clock.GetUtcNow()),
        _ => throw new InvalidOperationException($"There is no outcome {outcome.GetType().Name}."),
    };

    private async Task ReadAnswerAsync(Destination destination, HandoverRow handover, CancellationToken ct)
    {
        var file = Path.Combine(deliver.FolderOf(destination), Answers, $"{Deliver.NameOf(handover.Id)}.json");
        if (!File.Exists(file))
            return;
        if (Answer.Read(await File.ReadAllTextAsync(file, ct)) is { } answer)
        {
            await book.ChangeAsync(acts.ByService(Kind), handover.Id, h => h.Answered(destination.Name, answer, null, clock.GetUtcNow()), ct);
            File.Move(file, file + ".read", overwrite: true);
        }
        else
        {
            log.LogWarning("The answer {File} makes no sense; it is kept beside, and another one is waited for.", file);
            File.Move(file, file + ".unreadable", overwrite: true);
        }
    }
}
