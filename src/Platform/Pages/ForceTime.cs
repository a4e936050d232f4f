using System.Globalization;

namespace PoliceSocial.Platform.Pages;

/// <summary>Times as staff read them: the force's local time, always with its zone when it is absolute.</summary>
public static class ForceTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The same instant on the force's clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London);

    /// <summary>"02:00".</summary>
    public static string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"Sat 21 November, 02:00".</summary>
    public static string Words(DateTimeOffset at) => Local(at).ToString("ddd d MMMM, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"Saturday 21 November 2026, 02:00:07 GMT".</summary>
    public static string Absolute(DateTimeOffset at) =>
        Local(at).ToString("dddd d MMMM yyyy, HH:mm:ss ", CultureInfo.CurrentCulture) + Zone(at);

    /// <summary>The zone's short name at that instant: the hour that clocks repeat in October reads "BST" first and "GMT" after.</summary>
    public static string Zone(DateTimeOffset at) => Local(at).Offset == TimeSpan.Zero ? "GMT" : "BST";

    /// <summary>The form machines read, in UTC.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
