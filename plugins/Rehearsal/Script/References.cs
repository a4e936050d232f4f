namespace PoliceSocial.Rehearsal.Script;

/// <summary>Checks that what a scenario names exists, and exists by then.</summary>
internal static class References
{
    public static void Check(Scenario scenario)
    {
        foreach (var step in scenario.Steps.Values)
        {
            switch (step)
            {
                case Step.Message message:
                    Check(scenario, step, "in reply to", message.InReplyTo, message.Privately);
                    Check(scenario, step, "quotes", message.Quotes, privately: false);
                    if (message.To is { } to && !scenario.People.ContainsKey(to))
                        throw new ScenarioException(step.Line, $"'to' names '{to}', but nobody under 'people' has that name.");
                    break;
                case Step.Flood flood:
                    Check(scenario, step, "in reply to", flood.InReplyTo, flood.Privately);
                    break;
                case Step.Edit edit:
                    Target(scenario, step, "edit", edit.Target, inTime: true);
                    break;
                case Step.Delete delete:
                    Target(scenario, step, "delete", delete.Target, inTime: true);
                    break;
            }
        }

        foreach (var step in scenario.People.Values.SelectMany(p => p.Reactions).SelectMany(r => r.Steps))
        {
            if (step is Step.Edit edit)
                Target(scenario, step, "edit", edit.Target, inTime: false);
            if (step is Step.Delete delete)
                Target(scenario, step, "delete", delete.Target, inTime: false);
        }
    }

    private static void Check(Scenario scenario, Step step, string what, string? name, bool privately)
    {
        if (name is null)
            return;
        var answered = Find(scenario, step, what, name);
        Earlier(step, what, answered);
        if (answered.Privately != privately)
            throw new ScenarioException(step.Line, $"'{what}' names '{name}', which is {(answered.Privately ? "private" : "public")}; both must be the same.");
    }

    private static void Target(Scenario scenario, Step step, string what, string name, bool inTime)
    {
        var target = Find(scenario, step, what, name);
        if (target.IsOwnPost)
            throw new ScenarioException(step.Line, $"'{what}' names '{name}', a post of the force: only what others wrote can be changed.");
        if (inTime)
            Earlier(step, what, target);
    }

    private static Step.Message Find(Scenario scenario, Step step, string what, string name) =>
        scenario.Steps.GetValueOrDefault(name) as Step.Message
        ?? throw new ScenarioException(step.Line, $"'{what}' names '{name}', but no message has that name.");

    private static void Earlier(Step step, string what, Step.Message other)
    {
        if (other.At > step.At || (other.At == step.At && other.Line >= step.Line))
            throw new ScenarioException(step.Line, $"'{what}' names '{other.Key}', which is only written later, on line {other.Line}.");
    }
}
