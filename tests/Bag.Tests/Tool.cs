using System.Diagnostics;

namespace PoliceSocial.Bag.Tests;

/// <summary>A program that somebody else wrote, run by a test; where it is not installed the test is visibly skipped.</summary>
internal static class Tool
{
    /// <summary>Runs it and gives its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string folder, string program, params string[] arguments)
    {
        Assert.SkipUnless(IsThere(program), $"{program} is not installed.");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Given.Ct);
        var errors = process.StandardError.ReadToEndAsync(Given.Ct);
        await process.WaitForExitAsync(Given.Ct);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Runs it and demands success.</summary>
    public static async Task<string> PassAsync(string folder, string program, params string[] arguments)
    {
        var (code, said) = await RunAsync(folder, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}: {said}");
        return said;
    }

    /// <summary>Runs one of the scripts in Tools, which stand on packages that others wrote.</summary>
    public static async Task<string> NodeAsync(string script, string one, string two = "", bool fails = false)
    {
        var tools = "";
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(tools = Path.Combine(folder.FullName, "tests", "Bag.Tests", "Tools"), "package.json")))
            folder = folder.Parent;
        Assert.SkipUnless(Directory.Exists(Path.Combine(tools, "node_modules")), "The packages of tests/Bag.Tests/Tools are not installed: npm ci there.");
        var (code, said) = await RunAsync(tools, "node", two.Length == 0 ? [script, one] : [script, one, two]);
        Assert.True(fails == (code != 0), $"{script} ended with {code}: {said}");
        return said;
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
