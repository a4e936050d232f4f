using System.Globalization;
using System.Text.RegularExpressions;

namespace PoliceSocial.Incidents.Profiles;

/// <summary>When numbers begin again at one.</summary>
internal enum NumberReset
{
    Daily = 1,
    Yearly = 2,
    Never = 3,
}

/// <summary>How the service numbers its incidents: "0042 of 21/11/2026", by the day of its own clock.</summary>
internal sealed partial record NumberFormat(string Format, NumberReset Reset, string TimeZone, string Force = "")
{
    /// <summary>What stands before the numbers of an exercise, which never uses up a real one.</summary>
    private const string Exercise = "EXERCISE ";

    /// <summary>The day, or the year, whose numbers are counted together; exercises are counted apart, below zero.</summary>
    public int PeriodOf(DateTimeOffset at, bool rehearsal)
    {
        var day = DayOf(at);
        var period = Reset switch
        {
            NumberReset.Daily => (day.Year * 10_000) + (day.Month * 100) + day.Day,
            NumberReset.Yearly => day.Year,
            NumberReset.Never => 1,
        };
        return rehearsal ? -period : period;
    }

    /// <summary>A number in words that staff read out.</summary>
    public string Of(int sequence, DateTimeOffset at, bool rehearsal) => (rehearsal ? Exercise : "") + Part().Replace(Format, part =>
    {
        var shape = part.Groups["shape"].Value;
        return part.Groups["what"].Value switch
        {
            "seq" => sequence.ToString(shape.Length == 0 ? "0" : shape, CultureInfo.InvariantCulture),
            "date" => DayOf(at).ToString(shape, CultureInfo.InvariantCulture),
            _ => Force,
        };
    });

    /// <summary>What is wrong with the format, or null: numbers that begin again must say of when they are.</summary>
    public string? Problem()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            return $"the time zone {TimeZone} is not known here";
        var parts = Part().Matches(Format).ToList();
        if (!parts.Exists(p => p.Groups["what"].Value == "seq"))
            return "the number's format has no {seq}";
        var dates = string.Concat(parts.Where(p => p.Groups["what"].Value == "date").Select(p => p.Groups["shape"].Value));
        var needed = Reset switch { NumberReset.Daily => "dMy", NumberReset.Yearly => "y", _ => "" };
        return needed.All(dates.Contains) ? null : "numbers begin again, so their format must say of which day or year they are";
    }

    private DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).Date);

    [GeneratedRegex(@"\{(?<what>seq|date|force)(?::(?<shape>[^}]*))?\}")]
    private static partial Regex Part();
}
