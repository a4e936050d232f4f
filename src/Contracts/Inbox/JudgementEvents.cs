using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Triage judged a message and has something to say about it: a grade that it suggests, or a language that it does not know.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="MessageVersion">The version of it that was judged.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Model">The model's version.</param>
/// <param name="Suggested">The grade that is suggested; null for none.</param>
/// <param name="Danger">How likely the model holds danger, from 0 to 1.</param>
/// <param name="Likelihood">The same with the context.</param>
/// <param name="Threshold">From which likelihood on the most urgent grade is suggested.</param>
/// <param name="Language">The code of the language, where it is not one that the model knows.</param>
/// <param name="Context">The facts that counted.</param>
[Family(Family.Operated)]
public sealed record MessageJudged(
    long MessageId, int MessageVersion, long ConversationId, string Model, string? Suggested, double Danger, double Likelihood, double Threshold,
    string? Language, IReadOnlyList<string> Context) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>A person decided about a message that triage judged.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Model">The model that had judged it.</param>
/// <param name="Suggested">The grade that was suggested; null for none.</param>
/// <param name="Likelihood">The likelihood that the suggestion rested on.</param>
/// <param name="How">Agreed, OtherGrade, NoEmergency, Recorded (an incident) or Assessed (without an incident).</param>
/// <param name="Decided">The grade that was decided on; null for none.</param>
/// <param name="IncidentId">The incident that was recorded with it, or null.</param>
[Family(Family.Altered)]
public sealed record JudgementDecided(
    long MessageId, long ConversationId, string Model, string? Suggested, double Likelihood, string How, string? Decided, long? IncidentId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>How triage is to judge was changed.</summary>
/// <param name="PolicyVersion">The policy's version after the change.</param>
/// <param name="DefinitionSha256">SHA-256 of the policy, base64.</param>
[Family(Family.Configured)]
public sealed record TriagePolicyChanged(int PolicyVersion, string DefinitionSha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "triage:policy";
}
