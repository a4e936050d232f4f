using System.Text.Json;
using System.Text.Json.Serialization;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Flag;

/// <summary>
/// What a risk rule looks for, as an administrator writes it. A term is a word or several in a row; a star at a word's end stands
/// for any ending ("overdos*"). Letter case, accents, look-alike letters and invisible characters make no difference.
/// </summary>
internal sealed record RuleDefinition
{
    /// <summary>At least one of these terms; empty: not asked.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>At least one term of each of these groups (a combination); empty: not asked.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Together { get; init; } = [];

    /// <summary>At least one of these regular expressions; empty: not asked.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>
    /// Phrases in which a term does not count ("emergency services"): unlike <see cref="Unless"/>, the same term elsewhere in the
    /// message still does.
    /// </summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>None of these terms.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>Which messages it judges.</summary>
    public RuleAudience Audience { get; init; } = RuleAudience.All;

    /// <summary>True where it judges only comments on posts of our own.</summary>
    public bool OnOurPosts { get; init; }

    public static RuleDefinition Read(string json)
    {
        var read = Parse(json) ?? throw new FormatException("A rule's definition is empty.");

        // What a rule was kept without is read as null, whatever the property begins with; and a rule that was damaged must not end
        // the service at its start.
        return read with
        {
            Any = Texts(read.Any),
            Together = [.. (read.Together ?? []).Where(g => g is not null).Select(Texts)],
            Patterns = Texts(read.Patterns),
            Except = Texts(read.Except),
            Unless = Texts(read.Unless),
        };
    }

    private static RuleDefinition? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RuleJson.Default.RuleDefinition);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("A rule's definition is not text.", e);
        }
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<string>? texts) => [.. (texts ?? []).Where(t => t is not null)];

    public string ToJson() => JsonSerializer.Serialize(this, RuleJson.Default.RuleDefinition);
}

/// <summary>Which messages a rule judges.</summary>
internal enum RuleAudience
{
    All,
    Public,
    Private,
}

/// <summary>Why a rule flagged a message: where in it what was found.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="RuleVersion">Its version.</param>
/// <param name="Rule">Its name then.</param>
/// <param name="Marks">What was found, where in the text.</param>
internal sealed record Finding(long RuleId, int RuleVersion, string Rule, IReadOnlyList<Mark> Marks)
{
    public static string ToJson(long messageId, IReadOnlyList<Finding> findings) =>
        JsonSerializer.Serialize(new FlagReasons(messageId, findings), RuleJson.Default.FlagReasons);
}

/// <summary>Why a conversation is flagged.</summary>
internal sealed record FlagReasons(long MessageId, IReadOnlyList<Finding> Findings)
{
    public static FlagReasons? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, RuleJson.Default.FlagReasons);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RuleDefinition))]
[JsonSerializable(typeof(FlagReasons))]
internal sealed partial class RuleJson : JsonSerializerContext;
