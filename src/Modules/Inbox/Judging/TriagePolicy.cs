using System.Text.Json;
using System.Text.Json.Serialization;

namespace PoliceSocial.Inbox.Judging;

/// <summary>What is known about a message beside its words.</summary>
internal enum FactKind
{
    /// <summary>It is a comment on a post of our own.</summary>
    OwnPost = 1,

    /// <summary>Its author has written often lately.</summary>
    RepeatContact = 2,

    /// <summary>Staff marked its author as somebody who needs care.</summary>
    KnownContact = 3,

    /// <summary>It is by a child or about one.</summary>
    Child = 4,

    /// <summary>It names a place in the force's area.</summary>
    InArea = 5,

    /// <summary>It came while the desk is not staffed.</summary>
    OutOfHours = 6,

    /// <summary>Many write about one place, or under one post, at once.</summary>
    Burst = 7,
}

/// <summary>How much a fact adds to the case for danger, in log-odds; a fact that adds nothing is not looked for.</summary>
internal sealed record FactWeight(FactKind Kind, double Adds);

/// <summary>How triage is to judge, as an administrator says. What it leaves out is as it ships.</summary>
internal sealed record TriagePolicy
{
    public static readonly TriagePolicy Shipped = new();

    /// <summary>From which likelihood of danger on the most urgent grade is suggested and the alarm sounds; null: as the model was trained.</summary>
    public double? Threshold { get; init; }

    /// <summary>From which likelihood on the second grade is suggested, without an alarm; null: from a little below the threshold.</summary>
    public double? SoonFrom { get; init; }

    /// <summary>Whether a message in a language that the model does not know sounds the alarm, besides standing in a queue of its own.</summary>
    public bool AlarmOtherLanguages { get; init; }

    public IReadOnlyList<FactWeight> Weights { get; init; } =
    [
        new(FactKind.OwnPost, 0.2), new(FactKind.RepeatContact, 0.4), new(FactKind.KnownContact, 0.8), new(FactKind.Child, 0.4),
        new(FactKind.InArea, 0.2), new(FactKind.OutOfHours, 0.2), new(FactKind.Burst, 0.4),
    ];

    /// <summary>A contact with so many conversations within so many days writes often.</summary>
    public int RepeatFrom { get; init; } = 3;

    public int RepeatDays { get; init; } = 7;

    /// <summary>So many messages about one place or under one post within so many minutes are a burst.</summary>
    public int BurstFrom { get; init; } = 10;

    public int BurstMinutes { get; init; } = 15;

    /// <summary>Names of places in the force's area.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Words that speak of a child; a star stands for any ending.</summary>
    public IReadOnlyList<string> ChildWords { get; init; } =
        ["child", "children", "kid", "kids", "baby", "toddler", "little girl", "little boy", "schoolgirl", "schoolboy", "plentyn", "plant", "babi", "merch fach", "bachgen bach"];

    /// <summary>When the desk is staffed, by the force's clock; null: always.</summary>
    public DeskHours? Desk { get; init; }

    public static TriagePolicy Read(string json)
    {
        var read = JsonSerializer.Deserialize(json, TriagePolicyJson.Default.TriagePolicy) ?? throw new JsonException("The policy is empty.");

        // What a policy was kept without is read as null or 0, whatever the property begins with.
        return read with
        {
            Weights = read.Weights ?? Shipped.Weights,
            Places = read.Places ?? [],
            ChildWords = read.ChildWords ?? Shipped.ChildWords,
            RepeatFrom = Given(read.RepeatFrom, Shipped.RepeatFrom),
            RepeatDays = Given(read.RepeatDays, Shipped.RepeatDays),
            BurstFrom = Given(read.BurstFrom, Shipped.BurstFrom),
            BurstMinutes = Given(read.BurstMinutes, Shipped.BurstMinutes),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, TriagePolicyJson.Default.TriagePolicy);

    private static int Given(int number, int otherwise) => number > 0 ? number : otherwise;

    public double WeightOf(FactKind kind) => Weights.FirstOrDefault(w => w.Kind == kind)?.Adds ?? 0;
}

/// <summary>When the desk is staffed.</summary>
/// <param name="Days">On which days.</param>
/// <param name="Opens">From when on.</param>
/// <param name="Closes">Until when; before <paramref name="Opens"/>: over midnight.</param>
internal sealed record DeskHours(IReadOnlyList<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>Is the desk staffed at this time of the force's clock?</summary>
    public bool Covers(DateTimeOffset local)
    {
        var (day, time) = (local.DayOfWeek, TimeOnly.FromDateTime(local.DateTime));
        if (Opens <= Closes)
            return Days.Contains(day) && time >= Opens && time < Closes;
        return (Days.Contains(day) && time >= Opens) || (Days.Contains(local.AddDays(-1).DayOfWeek) && time < Closes);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TriagePolicy))]
internal sealed partial class TriagePolicyJson : JsonSerializerContext;
