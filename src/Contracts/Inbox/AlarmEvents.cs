using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Nobody acknowledged an alarm in time: it went on to others, as the policy says.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Step">Which step it was, from 1.</param>
/// <param name="SecondsSinceRaised">How long the alarm had stood.</param>
/// <param name="Calls">True where somebody is called by e-mail or a system by a hook.</param>
[Family(Family.Operated)]
public sealed record AlarmEscalated(long ConversationId, int Step, double SecondsSinceRaised, bool Calls) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"conversation:{ConversationId}";
}

/// <summary>Whom an alarm reaches that nobody acknowledges was changed.</summary>
/// <param name="Version">The policy's version now.</param>
/// <param name="Sha256">SHA-256 of its definition, base64.</param>
[Family(Family.Configured)]
public sealed record AlarmPolicyChanged(int Version, string Sha256) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "alarm-policy:1";
}

/// <summary>Somebody wanted to see that calls about alarms arrive.</summary>
/// <param name="Way">Email or Hook.</param>
/// <param name="Count">How many go out.</param>
[Family(Family.Operated)]
public sealed record AlarmCallTested(string Way, int Count) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "alarm-policy:1";
}

/// <summary>The service is about to call people or a system about alarms. The call tells how many and how old they are, and nothing of anybody: no disclosure.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Way">Email or Hook.</param>
/// <param name="Attempt">Which attempt it is, from 1.</param>
[Family(Family.Operated)]
public sealed record AlarmCallAttempted(long CallId, string Way, int Attempt) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"alarm-call:{CallId}";
}

/// <summary>It is known what came of that, or known that it is not.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Way">Email or Hook.</param>
/// <param name="Outcome">Taken, Failed, Unknown or NotNeeded.</param>
/// <param name="TriedAgain">True where it is tried again.</param>
[Family(Family.Operated)]
public sealed record AlarmCallEnded(long CallId, string Way, string Outcome, bool TriedAgain) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"alarm-call:{CallId}";
}

/// <summary>A member of staff took note that people or a system could not be called.</summary>
/// <param name="CallId">The call.</param>
[Family(Family.Altered)]
public sealed record AlarmCallNoted(long CallId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"alarm-call:{CallId}";
}
