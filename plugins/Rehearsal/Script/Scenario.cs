namespace PoliceSocial.Rehearsal.Script;

/// <summary>A whole exercise as its author wrote it, checked: every name in it leads somewhere.</summary>
internal sealed record Scenario
{
    public const string Force = "force";

    public required string Title { get; init; }

    public required Person Own { get; init; }

    public required IReadOnlyDictionary<string, Person> People { get; init; }

    public required IReadOnlyDictionary<string, Step> Steps { get; init; }

    public required IReadOnlyList<Beat> Beats { get; init; }

    public required ulong Seed { get; init; }

    public required bool Repeats { get; init; }

    /// <summary>From its start to where it would begin again.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal: tells whether it was changed while it was being played.</summary>
    public required string Sha256 { get; init; }

    public Person? Find(string person) => person == Force ? Own : People.GetValueOrDefault(person);
}

/// <summary>Somebody in the exercise.</summary>
internal sealed record Person(string Key, string Handle, string Name, IReadOnlyList<Reaction> Reactions);

/// <summary>One point of the timeline: a step, or one message of a flood.</summary>
internal readonly record struct Beat(TimeSpan At, Step Step, int Index);
