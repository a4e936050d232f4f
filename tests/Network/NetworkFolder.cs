using System.Diagnostics;

namespace PoliceSocial.Network;

/// <summary>The folder with the network's scripts and packages, in the working copy.</summary>
internal static class NetworkFolder
{
    public static string Path { get; } = Find();

    /// <summary>Installs the packages at their locked versions, once for all test runs that begin together.</summary>
    public static async Task InstallAsync(CancellationToken ct)
    {
        var packages = System.IO.Path.Combine(Path, "node_modules");
        if (IsWhole(packages))
            return;
        await using var turn = await TakeTurnAsync(ct);
        if (IsWhole(packages))
            return;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = Path })
            ?? throw new InvalidOperationException("npm did not start.");
        await npm.WaitForExitAsync(ct);
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"`npm ci` in {Path} ended with {npm.ExitCode}.");
    }

    // npm writes this file last.
    private static bool IsWhole(string packages) => File.Exists(System.IO.Path.Combine(packages, ".package-lock.json"));

    private static async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        FileStream? turn = null;
        await Eventually.BeSoAsync(() => Task.FromResult(TryOpen(out turn)), "our turn to install the network's packages", ct, seconds: 600);
        return turn!;
    }

    private static bool TryOpen(out FileStream? turn)
    {
        try
        {
            var file = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "policesocial-test-network.lock");
            turn = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            turn = null;
            return false;
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scripts = System.IO.Path.Combine(folder.FullName, "tests", "Network", "atproto");
            if (File.Exists(System.IO.Path.Combine(scripts, "start.mjs")))
                return scripts;
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds tests/Network/atproto.");
    }
}
