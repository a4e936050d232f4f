namespace PoliceSocial.Rehearsal.Script;

/// <summary>A scenario says something that cannot be played; the message is for its author and names the line.</summary>
internal sealed class ScenarioException(int line, string problem)
    : Exception(line > 0 ? $"line {line}: {problem}" : problem)
{
    public int Line { get; } = line;
}
