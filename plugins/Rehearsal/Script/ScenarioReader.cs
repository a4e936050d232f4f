using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>Makes a scenario of a file's text, or says on which line it fails.</summary>
internal static class ScenarioReader
{
    public const int LargestFile = 2 * 1024 * 1024;

    public static Scenario Read(string text)
    {
        var fields = Fields.Of(YamlFile.Read(text), "a scenario");
        var title = fields.Needed("title");
        fields.Text("about");
        var people = PeopleReader.Read(fields);
        var steps = TimelineReader.Read(fields, people);
        var beats = Beats(steps, fields);
        var length = Length(fields, beats);
        var scenario = new Scenario
        {
            Title = title,
            Own = PeopleReader.ReadForce(fields),
            People = people,
            Steps = steps.ToDictionary(s => s.Key, StringComparer.Ordinal),
            Beats = beats,
            Seed = (ulong)fields.Number("seed", 1, 0, int.MaxValue),
            Repeats = fields.Flag("repeats"),
            Length = length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
        fields.Finish();
        References.Check(scenario);
        return scenario;
    }

    private static Beat[] Beats(IReadOnlyList<Step> steps, Fields fields)
    {
        const int most = 100_000;
        if (steps.Sum(s => s is Step.Flood f ? (long)f.Messages : 1) > most)
            throw new ScenarioException(fields.LineOf("timeline"), $"a scenario has at most {most} messages, floods included.");
        // Stable: what happens at the same moment happens in the order it is written in.
        return [.. steps.SelectMany(Spread).OrderBy(b => b.At)];
    }

    private static IEnumerable<Beat> Spread(Step step) => step is Step.Flood flood
        ? Enumerable.Range(0, flood.Messages).Select(i => new Beat(flood.At + flood.Over * ((double)i / flood.Messages), flood, i))
        : [new Beat(step.At, step, 0)];

    private static TimeSpan Length(Fields fields, IReadOnlyList<Beat> beats)
    {
        var last = beats[^1].At;
        var length = fields.Time("length") ?? last + TimeSpan.FromMinutes(1);
        return length > last
            ? length
            : throw new ScenarioException(fields.LineOf("length"), "'length' ends before the last thing in the timeline has happened.");
    }
}
