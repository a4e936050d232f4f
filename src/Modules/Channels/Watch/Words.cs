using System.Globalization;

namespace PoliceSocial.Channels.Watch;

/// <summary>Lengths of time as staff say them.</summary>
internal static class Words
{
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => Count((int)time.TotalMinutes, "minute"),
        { TotalDays: < 2 } => time.Minutes == 0
            ? Count((int)time.TotalHours, "hour")
            : $"{Count((int)time.TotalHours, "hour")} {Count(time.Minutes, "minute")}",
        _ => Count((int)time.TotalDays, "day"),
    };

    public static string Count(long number, string noun) => string.Create(CultureInfo.CurrentCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
