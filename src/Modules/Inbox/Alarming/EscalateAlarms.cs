using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>
/// Takes an alarm that nobody acknowledges further, step by step, as the policy says. Each step is stored, with what is to be sent,
/// before anything is sent: a service that is killed in between goes on where it was.
/// </summary>
internal sealed class EscalateAlarms(
    Store<InboxModule> store, Policies policies, AlarmCalls calls, Timeline timeline, ActFactory acts, Ids ids, TimeProvider clock, ILogger<EscalateAlarms> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("inbox.escalate-alarm");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Follows new alarms, and takes every step that is due.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        await FollowAsync(ct);
        var open = await store.QueryAsync(EscalationStatements.Open, null, ct);
        if (open.Count == 0)
            return;
        var (_, policy) = await policies.CurrentAsync(ct);
        foreach (var escalation in open)
        {
            // After a pause several may be due: each is taken, and leaves its mark.
            for (var now = escalation; now is not null && policy.Due(now.Taken, now.RaisedAt, now.TakenAt, clock.GetUtcNow()) is { } step;)
                now = await TakeAsync(now, step, policy, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Alarms could not be taken further; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        if (await store.QueryAsync(EscalationStatements.Unfollowed, null, ct) is not { Count: > 0 } alarms)
            return;
        await using var session = await store.BeginBookkeepingAsync("alarms that were raised, which their own events tell of", ct);
        foreach (var alarm in alarms)
        {
            await session.ExecuteAsync(
                EscalationStatements.Insert, new EscalationRow { Id = ids.New(), ConversationId = alarm.Id, RaisedAt = alarm.FlaggedAt, Taken = 0, Reached = "" }, ct);
        }

        await session.CommitAsync(ct);
    }

    private async Task<EscalationRow?> TakeAsync(EscalationRow escalation, AlarmStep step, AlarmPolicy policy, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.FindAsync(ConversationStatements.Load, new { id = escalation.ConversationId }, ct) is not { } conversation || !conversation.Alarms())
        {
            await session.BookkeepAsync(EscalationStatements.End, new { conversationId = escalation.ConversationId, at = session.Act.At }, ct);
            await session.CommitAsync(ct);
            return null;
        }

        var reached = AlarmAudience.Plus(escalation.Reached, step.Audience);
        var args = new { id = escalation.Id, taken = escalation.Taken, at = session.Act.At, stepName = step.Name, reached };
        if (await session.ExecuteAsync(EscalationStatements.Take, args, ct) != 1)
            return null;
        var called = await calls.OrderAsync(session, escalation, step, policy, conversation.Rehearsal, ct);
        var seconds = (session.Act.At - escalation.RaisedAt).TotalSeconds;
        await timeline.AddAsync(
            session, conversation.Id, Deed.Escalated, ct, detail: string.Create(CultureInfo.InvariantCulture, $"not acknowledged for {seconds:0} s: {step.Name}"));
        session.Raise(new AlarmEscalated(conversation.Id, escalation.Taken + 1, seconds, called));
        await session.CommitAsync(ct);
        return await store.FindAsync(EscalationStatements.Load, new { id = escalation.Id }, ct);
    }
}
