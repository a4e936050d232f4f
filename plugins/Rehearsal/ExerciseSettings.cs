using System.Globalization;

namespace PoliceSocial.Rehearsal;

/// <summary>What the person who connected the channel chose.</summary>
internal sealed record ExerciseSettings(string Scenario, string? OwnFile, double Speed, DateTimeOffset? Start, bool? Repeats)
{
    private const string AtConnect = "at connect";

    /// <exception cref="FormatException">A setting cannot be used; the message is for the person.</exception>
    public static ExerciseSettings Read(IReadOnlyDictionary<string, string> settings) => new(
        Value(settings, "scenario") ?? "night-shift",
        Value(settings, "file"),
        ReadSpeed(Value(settings, "speed")),
        ReadStart(Value(settings, "start")),
        ReadLoop(Value(settings, "loop")));

    private static string? Value(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static double ReadSpeed(string? text) => text is null
        ? 1
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.01 and <= 1000
            ? speed
            : throw new FormatException($"The speed '{text}' is not a number from 0.01 to 1000. Write 1 for the scenario's own pace.");

    private static DateTimeOffset? ReadStart(string? text) => text is null or AtConnect
        ? null
        : DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start.ToUniversalTime()
            : throw new FormatException($"The start '{text}' is neither '{AtConnect}' nor a date and time such as 2026-11-23T19:00+00:00.");

    private static bool? ReadLoop(string? text) => text switch
    {
        null or "as written" => null,
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"Playing again is 'yes', 'no' or 'as written', not '{text}'."),
    };
}
