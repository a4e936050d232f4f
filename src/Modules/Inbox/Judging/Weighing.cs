using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Triage.Judging;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Weighs what the model says about a message together with the facts around it. No input or output.</summary>
internal static class Weighing
{
    /// <summary>How far below the threshold, in log-odds, the second grade is suggested where the policy does not say.</summary>
    private const double Margin = 0.7;

    /// <summary>Can facts make something of it that the model alone does not?</summary>
    public static bool IsWorthAsking(Judgement judged, double threshold, CompiledPolicy policy) =>
        judged.Suggestion == Suggestion.Unreadable || LogOdds(judged.Danger) + policy.Raises >= SoonFrom(threshold, policy.Policy);

    /// <summary>What triage makes of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="judged">What the model says.</param>
    /// <param name="model">The model.</param>
    /// <param name="facts">The facts that count.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="grades">The service's grades.</param>
    /// <param name="at">Now.</param>
    public static JudgementRow Of(
        ToJudge message, Judgement judged, TriageModel model, IReadOnlyList<WeighedFact> facts, TriagePolicy policy, IReadOnlyList<GradeName> grades, DateTimeOffset at)
    {
        var threshold = policy.Threshold ?? model.Threshold;
        var odds = LogOdds(judged.Danger) + facts.Sum(f => f.Adds);
        // What a rule flagged alarms already; that the model holds it for routine is worth knowing, and takes no grade away.
        var urgency = odds >= LogOdds(threshold) ? Urgency.Now
            : grades.Count > 1 && (message.IsFlaggedByRules || odds >= SoonFrom(threshold, policy)) ? Urgency.Soon
            : Urgency.None;
        return new()
        {
            MessageId = message.Id,
            ConversationId = message.ConversationId,
            MessageVersion = message.Versions,
            Model = model.Version,
            Urgency = urgency,
            Grade = urgency switch { Urgency.Now => grades.Count > 0 ? grades[0].Code : null, Urgency.Soon => grades[1].Code, Urgency.None => null },
            Danger = Math.Round(judged.Danger, 4),
            Likelihood = Math.Round(1 / (1 + Math.Exp(-odds)), 4),
            Threshold = Math.Round(threshold, 4),
            Language = judged.Tongue.IsJudged ? null : judged.Tongue.Name,
            Reasons = new JudgedBecause([.. judged.Reasons.Select(r => new WeighedWords(r.Says, r.Where, Math.Round(r.Adds, 3)))], facts).ToJson(),
            JudgedAt = at,
        };
    }

    private static double SoonFrom(double threshold, TriagePolicy policy) =>
        Math.Min(LogOdds(threshold), policy.SoonFrom is { } from ? LogOdds(from) : LogOdds(threshold) - Margin);

    private static double LogOdds(double likelihood)
    {
        var within = Math.Clamp(likelihood, 1e-6, 1 - 1e-6);
        return Math.Log(within / (1 - within));
    }
}
