using System.Collections.Concurrent;
using System.Diagnostics;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests;

/// <summary>The product as staff meet it: its executable on a port and a data folder of its own, with the rehearsal force signed up.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private const string Listens = "Now listening on: ";
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _seeded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningHost(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    public Uri Address { get; private set; } = null!;

    public string Data => _folder.FullName;

    /// <summary>What it wrote on the console.</summary>
    public string Said => string.Join(Environment.NewLine, _said);

    /// <param name="scenario">What happens on the training network.</param>
    /// <param name="speed">How fast.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="settings">More of the configuration.</param>
    /// <param name="over">The data folder of a host that ended; a new one where there is none.</param>
    public static async Task<RunningHost> StartAsync(
        string scenario, double speed, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null, string? over = null)
    {
        var folder = over is null ? Directory.CreateTempSubdirectory("policesocial-host-") : new DirectoryInfo(over);
        var start = Executable.Start("--data", folder.FullName, "--urls", "http://127.0.0.1:0");
        start.Environment["Rehearsal__Scenario"] = scenario;
        start.Environment["Rehearsal__Speed"] = speed.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var host = new RunningHost(Process.Start(start) ?? throw new InvalidOperationException("The host did not start."), folder);
        host.Listen();
        try
        {
            host.Address = await host._address.Task.WaitAsync(TimeSpan.FromMinutes(4), ct);
            await host._seeded.Task.WaitAsync(TimeSpan.FromMinutes(4), ct);
            return host;
        }
        catch (TimeoutException)
        {
            await host.DisposeAsync();
            throw new TimeoutException($"The host is not ready. It said:{Environment.NewLine}{host.Said}");
        }
    }

    /// <summary>Somebody at a browser without script.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Somebody of the rehearsal force, signed in.</summary>
    public async Task<Visitor> SignInAsync(string name, CancellationToken ct)
    {
        var visitor = Visit();
        await visitor.SignInAsync(name, ct);
        return visitor;
    }

    /// <summary>Kills it at once (SIGKILL), with no chance to finish anything, and leaves its data folder to the next.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(ct);
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        await Eventually.BeSoAsync(() => Task.FromResult(TryDelete()), "the data folder gone", CancellationToken.None);
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        if (line.IndexOf(Listens, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new Uri(line[(at + Listens.Length)..].Trim()));
        if (line.Contains("Sign in as one of", StringComparison.Ordinal))
            _seeded.TrySetResult();
    }

    private bool TryDelete()
    {
        try
        {
            _folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
