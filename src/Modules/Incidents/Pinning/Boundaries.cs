using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>What the force put into <c>maps/</c> of the data folder, and what of it could not be read.</summary>
/// <param name="All">The boundaries that could.</param>
/// <param name="Problems">What is wrong with the others, each with its file.</param>
internal sealed record BoundarySet(IReadOnlyList<Boundary> All, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the force's area holds a point; null where the force has named no area.</summary>
    public bool? Holds(Coordinates at) => All.FirstOrDefault(b => b.Name == Boundaries.Area)?.Holds(at);
}

/// <summary>Reads the force's own boundaries, anew when a file changes: GeoJSON in <c>maps/</c> of the data folder, <c>area.geojson</c> being the force's area.</summary>
internal sealed class Boundaries(DataFolder data, ILogger<Boundaries> log) : IDisposable
{
    public const string Area = "area";
    public const long MostBytes = 5 * 1024 * 1024;
    private const int MostFiles = 50;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (string Stamp, BoundarySet Set) _latest = ("", new([], []));

    public async Task<BoundarySet> ReadAsync(CancellationToken ct)
    {
        var files = new DirectoryInfo(data.Sub("maps")).GetFiles("*.geojson").OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostFiles).ToList();
        var stamp = string.Join('|', files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}")));
        await _turn.WaitAsync(ct);
        try
        {
            if (_latest.Stamp != stamp)
                _latest = (stamp, Read(files));
            return _latest.Set;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private BoundarySet Read(List<FileInfo> files)
    {
        var (all, problems) = (new List<Boundary>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                if (file.Length > MostBytes)
                    throw new FormatException("it is larger than 5 MiB: simplify it first");
                using var stream = file.OpenRead();
                all.Add(Boundary.Read(Path.GetFileNameWithoutExtension(file.Name), stream));
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"maps/{file.Name} is left out: {e.Message}");
                log.LogWarning(e, "The boundary {File} is left out.", file.FullName);
            }
        }

        return new(all, problems);
    }
}
