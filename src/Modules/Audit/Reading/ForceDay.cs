using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Audit.Reading;

/// <summary>Days as the force counts them.</summary>
internal static class ForceDay
{
    /// <summary>Midnight of a day on the force's clock, in microseconds.</summary>
    public static long Midnight(DateOnly date)
    {
        var noon = new DateTimeOffset(date.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        var guess = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), ForceTime.Local(noon).Offset);
        return new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), ForceTime.Local(guess).Offset).ToMicroseconds();
    }
}
