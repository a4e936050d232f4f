namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads one rule of a character: to what, and what they then do.</summary>
internal static class ReactionReader
{
    public static Reaction Read(Yaml value, string person, int index)
    {
        var fields = Fields.Of(value, "a reaction");
        var otherwise = fields.Flag("otherwise");
        var steps = new List<Step>();
        if (fields.Has("does"))
            steps.AddRange(fields.Items("does").Select((s, i) => Whole(s, person, $"{person}-{index}-{i}")));
        else
            steps.Add(StepReader.ReadReaction(fields, person, $"{person}-{index}-0"));
        if (steps.Count is 0 or > 20)
            throw new ScenarioException(fields.Line, "a reaction does from 1 to 20 things.");
        var reaction = new Reaction
        {
            To = To(fields),
            Containing = fields.Texts("containing"),
            Times = fields.Number("times", otherwise ? int.MaxValue : 1, 1, int.MaxValue),
            Otherwise = otherwise,
            Steps = steps,
        };
        if (reaction.Containing.Any(string.IsNullOrWhiteSpace))
            throw new ScenarioException(fields.LineOf("containing"), "'containing' has an empty text.");
        fields.Finish();
        return reaction;
    }

    private static Step Whole(Yaml value, string person, string key)
    {
        var fields = Fields.Of(value, "what a reaction does");
        var step = StepReader.ReadReaction(fields, person, key);
        fields.Finish();
        return step;
    }

    private static Audience To(Fields fields) => fields.Text("to") switch
    {
        "public reply" => Audience.Publicly,
        "private message" => Audience.Privately,
        null or "either" => Audience.Either,
        var other => throw new ScenarioException(fields.LineOf("to"), $"'to' is 'public reply', 'private message' or 'either', not '{other}'."),
    };
}
