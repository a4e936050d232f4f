namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads a flood: many messages by people who are made up as they come.</summary>
internal static class FloodReader
{
    public static Step.Flood Read(Yaml value, int line, TimeSpan at, string key)
    {
        var fields = Fields.Of(value, "a flood");
        var messages = fields.Number("messages", 0, 1, 50_000);
        if (messages == 0)
            throw new ScenarioException(fields.Line, "a flood needs 'messages': how many.");
        var flood = new Step.Flood(line, at, key)
        {
            Messages = messages,
            Over = fields.Time("over") ?? throw new ScenarioException(fields.Line, "a flood needs 'over': how long it lasts, such as 00:05:00."),
            People = fields.Number("people", Math.Min(messages, 5_000), 1, 5_000),
            InReplyTo = fields.Text("in reply to"),
            Privately = fields.Flag("privately"),
            Language = fields.Text("language"),
            Templates = fields.Texts("says"),
            Words = fields.Entries("words").ToDictionary(w => w.Key, w => Choices(w.Key, w.Value), StringComparer.Ordinal),
        };
        fields.Finish();
        if (flood.Templates.Count == 0)
            throw new ScenarioException(fields.Line, "a flood needs 'says': one or more texts to choose from.");
        foreach (var template in flood.Templates)
            Template.Check(template, flood.Words, fields.LineOf("says"));
        return flood;
    }

    private static IReadOnlyList<string> Choices(string word, Yaml value) => value switch
    {
        Yaml.List { Items.Count: > 0 } list when list.Items.All(i => i is Yaml.Text) => [.. list.Items.Select(i => ((Yaml.Text)i).Value)],
        _ => throw new ScenarioException(value.Line, $"'{word}' is a list of texts to choose from."),
    };
}
