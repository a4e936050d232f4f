namespace PoliceSocial.Triage.Judging;

/// <summary>What the model asks of a message. Each question has weights of its own.</summary>
public enum Head
{
    /// <summary>Is somebody in danger now?</summary>
    Danger = 1,

    /// <summary>Does its author tell what they saw themselves?</summary>
    Eyewitness = 2,

    /// <summary>Does it tell of people affected: hurt, missing, trapped, killed?</summary>
    Affected = 3,
}
