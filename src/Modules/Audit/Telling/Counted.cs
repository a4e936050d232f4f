using System.Globalization;

namespace PoliceSocial.Audit.Telling;

/// <summary>A number and what it counts: "1 entry", "2 entries".</summary>
internal static class Counted
{
    public static string Of(long number, string one) => Of(number, one, $"{one}s");

    public static string Of(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
