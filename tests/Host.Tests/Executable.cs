using System.Diagnostics;

namespace PoliceSocial.Host.Tests;

/// <summary>The product's own executable, as it was built beside the tests.</summary>
internal static class Executable
{
    public static readonly string Location = Find();

    /// <summary>What starts it, with the environment of a development machine.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Location, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return start;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(CancellationToken ct, params IEnumerable<string> arguments)
    {
        var (code, said, complained) = await RunApartAsync(ct, arguments);
        return (code, said + complained);
    }

    /// <summary>Runs a command to its end, and keeps apart what it said and what it complained of.</summary>
    public static async Task<(int Code, string Said, string Complained)> RunApartAsync(CancellationToken ct, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(Start(arguments)) ?? throw new InvalidOperationException("The command did not start.");
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var complained = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await said, await complained);
    }

    private static string Find()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory).Parent; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "artifacts", "bin", "Host", configuration, OperatingSystem.IsWindows() ? "policesocial.exe" : "policesocial");
            if (File.Exists(path))
                return path;
        }

        throw new InvalidOperationException("The host is not built.");
    }
}
