using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Inbox.Judging;

/// <summary>
/// Whoever records an incident from a conversation, or assesses it without one, has decided about what triage said, and about what it
/// did not say: a message that it had nothing to say about is then kept with its judgement, for a later model to learn from.
/// </summary>
internal sealed class WhenDecidedElsewhere(ModelInUse models, PolicyInForce policies, IGrades grades)
    : IHear<IncidentRecorded>, IHear<AssessmentRecorded>
{
    public Task HearAsync(IncidentRecorded happened, Session session, CancellationToken ct) => happened.ConversationId is { } conversation
        ? DecideAsync(session, conversation, Deciding.Recorded, happened.GradeCode, happened.IncidentId, ct)
        : Task.CompletedTask;

    public Task HearAsync(AssessmentRecorded happened, Session session, CancellationToken ct) => happened is { IncidentId: null, ConversationId: { } conversation }
        ? DecideAsync(session, conversation, Deciding.Assessed, null, null, ct)
        : Task.CompletedTask;

    private async Task DecideAsync(Session session, long conversationId, Deciding how, string? grade, long? incidentId, CancellationToken ct)
    {
        var rows = await session.QueryAsync(JudgementStatements.OfConversations, new { ids = new[] { conversationId } }, ct);
        foreach (var row in rows.Where(r => r.DecidedAt is null))
            await SaveAsync(session, JudgementStatements.Decide, Decided(row, session, how, grade, incidentId), ct);
        if (rows.Count == 0 && await session.FindAsync(ToJudge.Newest, new { conversationId, take = 1 }, ct) is { } message)
            await SaveAsync(session, JudgementStatements.Insert, Decided(await JudgedAsync(message, session, ct), session, how, grade, incidentId), ct);
    }

    private static JudgementRow Decided(JudgementRow row, Session session, Deciding how, string? grade, long? incidentId) => row with
    {
        Decision = how,
        DecidedGrade = grade,
        DecidedBy = session.Act.Actor.Id,
        DecidedAt = session.Act.At,
        IncidentId = incidentId,
    };

    private static async Task SaveAsync(Session session, Statement statement, JudgementRow row, CancellationToken ct)
    {
        await session.ExecuteAsync(statement, row, ct);
        session.Raise(DecideGrade.EventOf(row));
    }

    private async Task<JudgementRow> JudgedAsync(ToJudge message, Session session, CancellationToken ct)
    {
        var (model, policy) = (models.Current, (await policies.CurrentAsync(ct)).Policy);
        return Weighing.Of(message, model.Judge(message.Text), model, [], policy, grades.All, session.Act.At);
    }
}
