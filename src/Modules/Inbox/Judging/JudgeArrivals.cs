using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Triage.Judging;

namespace PoliceSocial.Inbox.Judging;

/// <summary>
/// Judges what the public wrote or edited, after it is stored: storing never waits for it. A message is judged once in each version,
/// however often it is heard; one of which there is nothing to say leaves nothing behind.
/// </summary>
internal sealed class JudgeArrivals(
    Store<InboxModule> store, ModelInUse models, PolicyInForce policies, ContextFacts context, IGrades grades, KeepJudgement keep, TimeProvider clock)
    : IHearMany<ItemCaptured>
{
    public async Task<IReadOnlyList<Following?>> PrepareAsync(IReadOnlyList<ItemCaptured> happened, CancellationToken ct)
    {
        var written = happened.Where(e => e.Change != "Deleted").ToList();
        var ids = written.Select(e => e.MessageId).Distinct().ToList();
        if (ids.Count == 0)
            return new Following?[happened.Count];
        var messages = (await store.QueryAsync(ToJudge.Messages, new { ids }, ct)).Where(m => m.ContactId is not null && !m.IsJudged).ToDictionary(m => m.Id);
        var begun = written.Where(e => e.Change == "Created").Select(e => e.MessageId).ToHashSet();
        var rows = await JudgeAsync([.. messages.Values], begun, ct);
        var last = happened.Select((e, i) => (e.MessageId, i)).ToLookup(e => e.MessageId, e => e.i);
        var following = new Following?[happened.Count];
        foreach (var row in rows)
            following[last[row.MessageId].Last()] = (session, token) => keep.InAsync(session, row, messages[row.MessageId], token);
        return following;
    }

    private async Task<IReadOnlyList<JudgementRow>> JudgeAsync(List<ToJudge> messages, HashSet<long> begun, CancellationToken ct)
    {
        var (model, policy, now) = (models.Current, await policies.CurrentAsync(ct), clock.GetUtcNow());
        var threshold = policy.Policy.Threshold ?? model.Threshold;
        var asked = new List<(ToJudge Message, Judgement Judged, CompiledPolicy.Found Found)>();
        foreach (var message in messages)
        {
            var (judged, found) = (model.Judge(message.Text), policy.Find(message.Text));
            if (begun.Contains(message.Id))
                context.Count(message, found);
            if (message.JudgedVersion is not null || message.IsFlaggedByRules || Weighing.IsWorthAsking(judged, threshold, policy))
                asked.Add((message, judged, found));
        }

        if (asked.Count == 0)
            return [];
        var known = await context.ReadAsync([.. asked.Select(a => a.Message)], policy, now, ct);
        return
        [
            .. asked.Select(a => (a.Message, Row: Weighing.Of(a.Message, a.Judged, model, context.Of(a.Message, a.Found, known, policy.Policy), policy.Policy, grades.All, now)))
                .Where(r => r.Row.Urgency != Urgency.None || r.Row.Language is not null || r.Message.JudgedVersion is not null).Select(r => r.Row),
        ];
    }
}
