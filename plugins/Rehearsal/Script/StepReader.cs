using System.Text;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads one thing that is done: a message, an edit, a deletion or a flood.</summary>
internal static class StepReader
{
    private const int LongestText = 200_000;

    public static Step ReadEntry(Fields fields, TimeSpan at, string key)
    {
        if (fields.Take("flood") is { } flood)
            return FloodReader.Read(flood, fields.Line, at, key);
        if (Change(fields, at, key) is { } change)
            return change;
        var by = fields.Needed("by");
        var message = Message(fields, at, key, by) with
        {
            InReplyTo = fields.Text("in reply to"),
            Quotes = fields.Text("quotes"),
            To = fields.Text("to"),
            UnlessWePosted = fields.Flag("unless we posted"),
        };
        if (message.Quotes is not null && (message.InReplyTo is not null || message.Privately))
            throw new ScenarioException(fields.LineOf("quotes"), "a quote is a public message of its own: take away 'in reply to' or 'privately'.");
        if (message.UnlessWePosted && !message.IsOwnPost)
            throw new ScenarioException(fields.LineOf("unless we posted"), "'unless we posted' goes with a post of the force that answers nothing.");
        if ((message.To is not null) != (message.Privately && by == Scenario.Force))
            throw new ScenarioException(fields.Line, "'to' says whom the force writes to with 'privately: yes', and goes with nothing else.");
        return message;
    }

    public static Step ReadReaction(Fields fields, string person, string key)
    {
        var after = fields.Time("after") ?? throw new ScenarioException(fields.Line, "a reaction needs 'after', such as 00:00:20.");
        return Change(fields, after, key) ?? Message(fields, after, key, person);
    }

    private static Step? Change(Fields fields, TimeSpan at, string key)
    {
        if (fields.Text("edit") is { } edited)
            return new Step.Edit(fields.Line, at, key, edited, Says(fields));
        return fields.Text("delete") is { } deleted ? new Step.Delete(fields.Line, at, key, deleted) : null;
    }

    private static Step.Message Message(Fields fields, TimeSpan at, string key, string by) => new(fields.Line, at, key)
    {
        By = by,
        Text = Says(fields),
        Language = fields.Text("language"),
        Privately = fields.Flag("privately"),
        Media = [.. fields.Items("media").Select(AttachmentReader.Read)],
    };

    private static string Says(Fields fields)
    {
        var text = fields.Text("says") ?? (fields.Has("media") ? "" : throw new ScenarioException(fields.Line, "this entry needs 'says', 'edit', 'delete' or 'flood'."));
        var times = fields.Number("repeated", 1, 1, LongestText);
        if ((long)text.Length * times > LongestText)
            throw new ScenarioException(fields.LineOf("says"), $"a text has at most {LongestText} characters.");
        return times == 1 ? text : new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
    }
}
