using System.Globalization;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>A stretch of time as authors write it: <c>+01:02:30</c>, <c>00:02:30</c> or <c>02:30</c> (minutes and seconds).</summary>
internal static class Offset
{
    public static bool TryParse(string text, out TimeSpan offset)
    {
        offset = default;
        var parts = (text.StartsWith('+') ? text[1..] : text).Split(':');
        if (parts.Length is < 2 or > 3)
            return false;
        var seconds = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var most = i == 0 ? 99 : 59;
            if (parts[i].Length is < 1 or > 2 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
                return false;
            seconds = seconds * 60 + number;
        }

        offset = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
