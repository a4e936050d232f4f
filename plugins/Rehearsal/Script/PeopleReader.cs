namespace PoliceSocial.Rehearsal.Script;

/// <summary>Reads the cast: who they are and how they react.</summary>
internal static class PeopleReader
{
    private const int LongestName = 400;

    public static Person ReadForce(Fields scenario)
    {
        if (scenario.Take(Scenario.Force) is not { } value)
            return new Person(Scenario.Force, "rehearsal.police", "Rehearsal Police", []);
        var fields = Fields.Of(value, "the force");
        var force = new Person(Scenario.Force, fields.Needed("handle"), fields.Needed("name"), []);
        fields.Finish();
        return force;
    }

    public static IReadOnlyDictionary<string, Person> Read(Fields scenario)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var (key, value) in scenario.Entries("people"))
        {
            if (key == Scenario.Force)
                throw new ScenarioException(value.Line, "'force' is the force itself and cannot be one of the people.");
            Names.Check(key, value.Line);
            people.Add(key, Read(key, Fields.Of(value, $"the person '{key}'")));
        }

        return people;
    }

    private static Person Read(string key, Fields fields)
    {
        var name = fields.Needed("name");
        var handle = fields.Text("handle") ?? key;
        if (name.Length > LongestName || handle.Length > LongestName)
            throw new ScenarioException(fields.Line, $"a name or handle has at most {LongestName} characters.");
        var person = new Person(key, handle, name, [.. fields.Items("reacts").Select((r, i) => ReactionReader.Read(r, key, i))]);
        fields.Finish();
        return person;
    }
}
