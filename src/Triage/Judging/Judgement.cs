using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Judging;

/// <summary>What the model makes of a message, with its reasons. It suggests; a person decides.</summary>
/// <param name="Suggestion">What it suggests.</param>
/// <param name="Danger">How likely somebody is in danger now, from 0 to 1.</param>
/// <param name="Eyewitness">How likely its author saw it themselves, from 0 to 1.</param>
/// <param name="Affected">How likely it tells of people affected, from 0 to 1.</param>
/// <param name="Tongue">The language it is written in.</param>
/// <param name="Reasons">What spoke for and against danger, the strongest first; at most eight.</param>
public sealed record Judgement(Suggestion Suggestion, double Danger, double Eyewitness, double Affected, Tongue Tongue, IReadOnlyList<Reason> Reasons)
{
    /// <summary>How likely it is a report of something that happens to people, from 0 to 1: ranks reports above commentary.</summary>
    public double Report => 1 - ((1 - Eyewitness) * (1 - Affected));

    /// <summary>How sure the model is of its suggestion, from 0.5 to 1; 0 where it cannot judge the language.</summary>
    public double Confidence => Suggestion == Suggestion.Unreadable ? 0 : Math.Max(Danger, 1 - Danger);
}

/// <summary>What the model suggests.</summary>
public enum Suggestion
{
    /// <summary>Nothing speaks for an emergency.</summary>
    Routine = 1,

    /// <summary>It may be an emergency: somebody should look now.</summary>
    Emergency = 2,

    /// <summary>It is in a language that the model does not know: somebody who reads it should look.</summary>
    Unreadable = 3,
}

/// <summary>Why the model suggests it.</summary>
/// <param name="Says">In words for staff: “a weapon”, “written in the first person”.</param>
/// <param name="Where">Where it stands in the message; null where it is a manner of writing.</param>
/// <param name="Adds">How much it adds to the case for danger (below 0: against), in log-odds.</param>
public sealed record Reason(string Says, Mark? Where, double Adds);
