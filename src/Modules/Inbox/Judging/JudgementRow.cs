using System.Text.Json;
using System.Text.Json.Serialization;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Judging;

/// <summary>How urgent triage holds a message to be.</summary>
internal enum Urgency
{
    /// <summary>Nothing is suggested.</summary>
    None = 1,

    /// <summary>The second grade: soon.</summary>
    Soon = 2,

    /// <summary>The most urgent grade: now.</summary>
    Now = 3,
}

/// <summary>What a person decided about a judged message.</summary>
internal enum Deciding
{
    /// <summary>The suggestion was right.</summary>
    Agreed = 1,

    /// <summary>It has another grade.</summary>
    OtherGrade = 2,

    /// <summary>It is none, and needs no grade.</summary>
    NoEmergency = 3,

    /// <summary>An incident was recorded with its grade.</summary>
    Recorded = 4,

    /// <summary>It was assessed, and became no incident.</summary>
    Assessed = 5,
}

/// <summary>What triage makes of a message, and what a person decided, as it is stored.</summary>
internal sealed record JudgementRow
{
    public required long MessageId { get; init; }

    public required long ConversationId { get; init; }

    /// <summary>The version of the message that was judged.</summary>
    public required int MessageVersion { get; init; }

    public required string Model { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>The code of the suggested grade; null for none.</summary>
    public string? Grade { get; init; }

    public required double Danger { get; init; }

    public required double Likelihood { get; init; }

    public required double Threshold { get; init; }

    /// <summary>The name of the language, where it is not one that the model knows.</summary>
    public string? Language { get; init; }

    public required string Reasons { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }

    public Deciding? Decision { get; init; }

    public string? DecidedGrade { get; init; }

    public long? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Why { get; init; }

    public long? IncidentId { get; init; }

    public JudgedBecause Because() => JudgedBecause.Read(Reasons);
}

/// <summary>Why triage judges so: the words that speak for and against danger, and the facts that it took into account.</summary>
internal sealed record JudgedBecause(IReadOnlyList<WeighedWords> Words, IReadOnlyList<WeighedFact> Facts)
{
    public static readonly JudgedBecause Nothing = new([], []);

    public static JudgedBecause Read(string json) => JsonSerializer.Deserialize(json, JudgedBecauseJson.Default.JudgedBecause) ?? Nothing;

    public string ToJson() => JsonSerializer.Serialize(this, JudgedBecauseJson.Default.JudgedBecause);

    /// <summary>The strongest grounds for the suggestion, in words for staff.</summary>
    public IEnumerable<string> For() => Words.Where(w => w.Adds > 0).Select(w => w.Says).Concat(Facts.Where(f => f.Adds > 0).Select(f => f.Says));

    /// <summary>Where in the text they stand.</summary>
    public IEnumerable<Mark> Marks() => Words.Where(w => w is { Adds: > 0, Where: not null }).Select(w => w.Where!).Concat(Facts.SelectMany(f => f.Where));
}

/// <summary>Words, or a manner of writing, that the model weighed.</summary>
internal sealed record WeighedWords(string Says, Mark? Where, double Adds);

/// <summary>A fact that was weighed.</summary>
internal sealed record WeighedFact(FactKind Kind, string Says, double Adds, IReadOnlyList<Mark> Where);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(JudgedBecause))]
internal sealed partial class JudgedBecauseJson : JsonSerializerContext;
