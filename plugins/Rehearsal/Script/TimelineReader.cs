namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads what happens when.</summary>
internal static class TimelineReader
{
    public static IReadOnlyList<Step> Read(Fields scenario, IReadOnlyDictionary<string, Person> people)
    {
        var steps = new List<Step>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in scenario.Items("timeline"))
        {
            var fields = Fields.Of(item, "an entry of the timeline");
            var at = fields.Time("at") ?? throw new ScenarioException(fields.Line, "an entry of the timeline needs 'at', such as +00:02:30.");
            var step = StepReader.ReadEntry(fields, at, Key(fields));
            fields.Finish();
            if (step is Step.Message { By: var by } && by != Scenario.Force && !people.ContainsKey(by))
                throw new ScenarioException(fields.LineOf("by"), $"'by' names '{by}', but nobody under 'people' has that name.");
            if (!lines.TryAdd(step.Key, step.Line))
                throw new ScenarioException(step.Line, $"the name '{step.Key}' was already given on line {lines[step.Key]}.");
            steps.Add(step);
        }

        return steps.Count > 0 ? steps : throw new ScenarioException(scenario.LineOf("timeline"), "a scenario needs a 'timeline' with at least one entry.");
    }

    private static string Key(Fields fields)
    {
        if (fields.Text("name") is not { } name)
            return $"line-{fields.Line}";
        Names.Check(name, fields.LineOf("name"));
        return name;
    }
}
