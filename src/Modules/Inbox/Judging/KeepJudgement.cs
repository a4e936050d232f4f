using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Stores what triage makes of a message, and alarms where it holds it for an emergency, as a rule's finding does.</summary>
internal sealed class KeepJudgement(PolicyInForce policies, IGrades grades, Timeline timeline)
{
    private const int Attempts = 3;

    public async Task InAsync(Session session, JudgementRow row, ToJudge message, CancellationToken ct)
    {
        var before = await session.FindAsync(JudgementStatements.Load, new { messageId = row.MessageId }, ct);
        if (before is not null && before.MessageVersion >= row.MessageVersion)
            return;
        await session.ExecuteAsync(before is null ? JudgementStatements.Insert : JudgementStatements.Replace, row, ct);
        var because = row.Because();
        session.Raise(new MessageJudged(
            row.MessageId, row.MessageVersion, row.ConversationId, row.Model, row.Grade, row.Danger, row.Likelihood, row.Threshold, row.Language,
            [.. because.Facts.Select(f => f.Kind.ToString())]));
        var alarmsForLanguage = row.Language is not null && (await policies.CurrentAsync(ct)).Policy.AlarmOtherLanguages;
        if (!message.IsFlaggedByRules && (row.Urgency == Urgency.Now || alarmsForLanguage))
            await FlagAsync(session, row, because, message.ChannelId, ct);
    }

    private async Task FlagAsync(Session session, JudgementRow row, JudgedBecause because, long channelId, CancellationToken ct)
    {
        var says = row.Urgency == Urgency.Now ? $"{(grades.All.Count > 0 ? grades.All[0].Name : "Emergency")} suggested by triage" : $"Written in {row.Language}";
        for (var attempt = 1; ; attempt++)
        {
            var before = await session.FindAsync(ConversationStatements.Load, new { id = row.ConversationId }, ct)
                ?? throw new InvalidOperationException($"Conversation {row.ConversationId} of message {row.MessageId} is gone.");
            // Somebody may have finished it, or put it off, in the moment before.
            var open = before.State is ConversationState.Resolved or ConversationState.Waiting ? before.Arrived() : before;
            var after = open.Flagged(row.JudgedAt, Finding.ToJson(row.MessageId, [new(0, 0, says, [.. because.Marks()])]));
            if (await session.ExecuteAsync(ConversationStatements.Save, after, ct) == 1)
            {
                var tallies = new Tallies();
                tallies.Note(before, after);
                await tallies.SaveAsync(session, ct);
                break;
            }

            if (attempt == Attempts)
                throw new InvalidOperationException($"Conversation {row.ConversationId} was changed at the same moment; it is heard again.");
        }

        await timeline.AddAsync(session, row.ConversationId, Deed.Flagged, ct, detail: says);
        session.Raise(new ConversationFlagged(row.ConversationId, row.MessageId, channelId, [$"triage.{row.Model}"]));
    }
}
