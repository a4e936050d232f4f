using System.Globalization;

namespace PoliceSocial.Bag.Contents;

/// <summary>Instants as people read them, with their zone.</summary>
internal sealed class WrittenTime(TimeZoneInfo zone)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string Of(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{local.Offset:hh\\:mm}").Insert(3, local.Offset < TimeSpan.Zero ? "-" : "+");
        return $"{local.ToString("ddd d MMMM yyyy, HH:mm:ss", British)} ({offset})";
    }
}
