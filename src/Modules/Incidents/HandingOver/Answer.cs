using System.Text.Json;
using System.Text.Json.Serialization;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>What the other side says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Says>))]
internal enum Says
{
    /// <summary>It has it; what becomes of it follows.</summary>
    Received = 1,
    Accepted = 2,
    Refused = 3,
}

/// <summary>The other side's answer, as docs/incident-handover.md says it: <c>{"status":"accepted","reference":"CAD 1234"}</c>.</summary>
internal sealed record Answer(Says Says, string? Reference, string? Reason)
{
    public const int LongestReference = 200;
    public const int LongestReason = 1_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // It leaves as JSON, never inside markup.
    private static readonly JsonSerializerOptions Writing = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads an answer; nothing at all means received. Null where it makes no sense.</summary>
    public static Answer? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(Says.Received, null, null);
        try
        {
            var told = JsonSerializer.Deserialize<Told>(text, Json);
            return told is { Status: { } status } && Enum.IsDefined(status) ? new(status, Cut(told.Reference, LongestReference), Cut(told.Reason, LongestReason)) : null;
        }
        catch (JsonException)
        {
            // Whatever stands there, it is no answer of a system that speaks our language; the caller says so.
            return null;
        }
    }

    /// <summary>As the other side reads it; names their hand-over where it goes by itself.</summary>
    public string Write(string? handover = null) => JsonSerializer.Serialize(
        new { handover, status = Says.ToString().ToLowerInvariant(), reference = Reference, reason = Reason }, Writing);

    private static string? Cut(string? words, int most) =>
        string.IsNullOrWhiteSpace(words) ? null : words.Trim() is { } trimmed && trimmed.Length > most ? trimmed[..most] : words.Trim();

    private sealed record Told(Says? Status, string? Reference, string? Reason);
}
