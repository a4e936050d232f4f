using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Triage;

/// <summary>Makes a conversation that was put off work again when its time has come.</summary>
internal sealed class WakeSnoozed(Store<InboxModule> store, Timeline timeline, ActFactory acts, TimeProvider clock, ILogger<WakeSnoozed> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("inbox.wake-snoozed");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private static readonly Statement<long> Due = Statement.Paged<long>(
        "SELECT Id FROM inbox.Conversation WHERE SnoozedUntil <= @now ORDER BY SnoozedUntil, Id");

    /// <summary>Wakes all that are due.</summary>
    public async Task WakeAsync(CancellationToken ct)
    {
        foreach (var id in await store.QueryAsync(Due, new { now = clock.GetUtcNow(), take = 100 }, ct))
        {
            await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
            var before = await session.FindAsync(ConversationStatements.Load, new { id }, ct);
            if (before is not { SnoozedUntil: { } until } || until > clock.GetUtcNow())
                continue;
            var after = before.Moved(ConversationState.Unread);
            if (await session.ExecuteAsync(ConversationStatements.Save, after, ct) != 1)
                continue;
            var tallies = new Tallies();
            tallies.Note(before, after);
            await tallies.SaveAsync(session, ct);
            await timeline.AddAsync(session, id, Deed.Woken, ct);
            session.Raise(new ConversationStateChanged(id, before.State.ToString(), after.State.ToString(), null));
            await session.CommitAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WakeAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "What was put off could not be woken; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
