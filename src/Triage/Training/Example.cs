namespace PoliceSocial.Triage.Training;

/// <summary>A labelled message to learn from.</summary>
/// <param name="Text">The message.</param>
/// <param name="Group">Where it comes from, an event or a month: what only one group knows is no sign for the next.</param>
/// <param name="Danger">Was somebody in danger? Null where nobody said.</param>
/// <param name="Eyewitness">Had its author seen it? Null where nobody said.</param>
/// <param name="Affected">Did it tell of people affected? Null where nobody said.</param>
public sealed record Example(string Text, string Group, bool? Danger = null, bool? Eyewitness = null, bool? Affected = null);
