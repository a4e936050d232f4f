namespace PoliceSocial.Incidents.Disposing;

/// <summary>What takes the content out of an incident. Its number, its categories and grades, who did what and when stay.</summary>
internal static class EraseStatements
{
    public static readonly Statement Incident = Statement.Of(
        "UPDATE incidents.Incident SET Summary = '', Location = '', RecordingRationale = NULL, Version = Version + 1 WHERE Id = @incidentId");

    public static readonly Statement Assessments = Statement.Of("UPDATE incidents.Assessment SET Answers = '{}', Rationale = '' WHERE IncidentId = @incidentId");

    public static readonly Statement Decisions = Statement.Of("UPDATE incidents.Decision SET Decided = '', Elements = '{}' WHERE IncidentId = @incidentId");

    public static readonly Statement Notes = Statement.Of("UPDATE incidents.Note SET Text = '' WHERE IncidentId = @incidentId");

    public static readonly Statement Parties = Statement.Of(
        "UPDATE incidents.Party SET Label = '', Detail = '', ContactId = NULL, Roles = '', Markers = '', RemovedReason = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Tasks = Statement.Of("UPDATE incidents.Task SET Title = '', Outcome = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Joined = Statement.Of("UPDATE incidents.JoinedConversation SET Reason = NULL, SplitReason = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Entries = Statement.Of("UPDATE incidents.Entry SET Detail = NULL WHERE IncidentId = @incidentId AND Detail IS NOT NULL");

    /// <summary>The document's hash stays: it shows what the other system was given.</summary>
    public static readonly Statement Handovers = Statement.Of(
        "UPDATE incidents.Handover SET Document = '', Reason = '', AnswerReason = NULL, Problem = NULL, Version = Version + 1 WHERE IncidentId = @incidentId");

    /// <summary>Assessments of conversations that became no incident.</summary>
    public static readonly Statement AssessmentsOfConversations = Statement.Of(
        "UPDATE incidents.Assessment SET Answers = '{}', Rationale = '' WHERE ConversationId IN @conversations AND Answers <> '{}'");

    public static IReadOnlyList<Statement> All => [Incident, Assessments, Decisions, Notes, Parties, Tasks, Joined, Entries, Handovers];
}
