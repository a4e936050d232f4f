namespace PoliceSocial.Incidents.Disposing;

/// <summary>What takes the content out of an incident. Its number, its categories and grades, who did what and when stay.</summary>
internal static class EraseStatements
{
    public static readonly Statement Incident = Statement.Of(
        "UPDATE incidents.Incident SET Summary = @empty, Location = @empty, RecordingRationale = NULL, Version = Version + 1 WHERE Id = @incidentId");

    public static readonly Statement Assessments = Statement.Of("UPDATE incidents.Assessment SET Answers = @none, Rationale = @empty WHERE IncidentId = @incidentId");

    public static readonly Statement Decisions = Statement.Of("UPDATE incidents.Decision SET Decided = @empty, Elements = @none WHERE IncidentId = @incidentId");

    public static readonly Statement Notes = Statement.Of("UPDATE incidents.Note SET Text = @empty WHERE IncidentId = @incidentId");

    public static readonly Statement Parties = Statement.Of(
        "UPDATE incidents.Party SET Label = @empty, Detail = @empty, ContactId = NULL, Roles = @empty, Markers = @empty, RemovedReason = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Tasks = Statement.Of("UPDATE incidents.Task SET Title = @empty, Outcome = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Joined = Statement.Of("UPDATE incidents.JoinedConversation SET Reason = NULL, SplitReason = NULL WHERE IncidentId = @incidentId");

    public static readonly Statement Entries = Statement.Of("UPDATE incidents.Entry SET Detail = NULL WHERE IncidentId = @incidentId AND Detail IS NOT NULL");

    /// <summary>The document's hash stays: it shows what the other system was given.</summary>
    public static readonly Statement Handovers = Statement.Of(
        "UPDATE incidents.Handover SET Document = @empty, Reason = @empty, AnswerReason = NULL, Problem = NULL, Version = Version + 1 WHERE IncidentId = @incidentId");

    /// <summary>What another service offered, as it came; its hash stays.</summary>
    public static readonly Statement Offers = Statement.Of(
        "UPDATE incidents.Offer SET Document = @empty, Reason = NULL, Problem = NULL, Version = Version + 1 WHERE IncidentId = @incidentId");

    public static readonly Statement Pins = Statement.Of("DELETE FROM incidents.Pin WHERE IncidentId = @incidentId");

    /// <summary>Assessments of conversations that became no incident.</summary>
    public static readonly Statement AssessmentsOfConversations = Statement.Of(
        "UPDATE incidents.Assessment SET Answers = @none, Rationale = @empty WHERE ConversationId IN @conversations AND Answers <> @none");

    public static IReadOnlyList<Statement> All => [Incident, Assessments, Decisions, Notes, Parties, Tasks, Joined, Entries, Handovers, Offers, Pins];
}
