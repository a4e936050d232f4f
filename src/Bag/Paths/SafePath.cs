using System.Buffers;
using System.Text;

namespace PoliceSocial.Bag.Paths;

/// <summary>
/// Which names a file of a bag may have: those that every system unpacks to the same place inside the bag. A bag comes from
/// strangers; a name that leaves the folder, or means another file on another system, is refused before anything is read.
/// </summary>
internal static class SafePath
{
    private const int Longest = 400;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|\u007F");
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the path is refused, or null where it is safe.</summary>
    public static string? Refusal(string path) => path switch
    {
        "" => "its name is empty",
        { Length: > Longest } => "its name is too long",
        _ when path[0] == '/' => "its name is absolute",
        _ when path.Any(c => c < ' ') => "its name holds a control character",
        _ when path.AsSpan().ContainsAny(Forbidden) => "its name holds a backslash, a drive letter or another character that some systems read differently",
        _ when !path.IsNormalized(NormalizationForm.FormC) => "its name is not in Unicode's normal form C",
        _ => path.Split('/').Select(OfPart).FirstOrDefault(r => r is not null),
    };

    private static string? OfPart(string part) => part switch
    {
        "" => "its name has an empty part",
        "." or ".." => "its name leads out of its folder",
        _ when part[^1] is '.' or ' ' => "a part of its name ends in a dot or a space",
        _ when Devices.Contains(part.Split('.')[0].TrimEnd()) => "a part of its name is reserved for a device",
        _ => null,
    };
}
