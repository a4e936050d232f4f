namespace PoliceSocial.Host.Shelf;

/// <summary>
/// Says whether a path from a package names a file inside the folder it is put into, on every operating system: a package made
/// on one is unpacked on another.
/// </summary>
internal static class SafePath
{
    private const int Longest = 200;
    private const int Deepest = 8;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsSafe(string path)
    {
        if (path.Length is 0 or > Longest)
            return false;

        var parts = path.Split('/');
        return parts.Length <= Deepest && Array.TrueForAll(parts, IsSafePart);
    }

    /// <summary>A single name, without any folder.</summary>
    public static bool IsSafeName(string name) => !name.Contains('/') && IsSafe(name);

    public static bool IsReserved(string name) => Devices.Contains(name.Split('.')[0].TrimEnd());

    // A trailing dot or blank vanishes on Windows; a colon names a drive or a stream there; a tilde is somebody's home to a shell.
    private static bool IsSafePart(string part) =>
        part.Length > 0
        && part[0] != '~'
        && part[^1] is not ('.' or ' ')
        && !part.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
        && !IsReserved(part);
}
