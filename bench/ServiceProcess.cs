using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PoliceSocial.Bench;

/// <summary>The product in a process of its own, as it is shipped.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>The executable, built in the same configuration as this one.</summary>
    private static string Executable
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(here.Parent!.Parent!.FullName, "Host", here.Name, OperatingSystem.IsWindows() ? "policesocial.exe" : "policesocial");
        }
    }

    /// <summary>
    /// Starts it on a data folder, as a force runs it but for what only stands in the way of a benchmark: a second factor, and a
    /// signature on its connector.
    /// </summary>
    /// <param name="data">The data folder.</param>
    /// <param name="settings">More of its command line.</param>
    public static ServiceProcess Start(string data, params string[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        string[] eased = ["--Access:RequireSecondFactor=false", "--Plugins:RequireSignature=false"];
        return new(Run(Executable, "Production", ["--data", data, "--urls", address.ToString(), .. eased, .. settings]), address);
    }

    /// <summary>Starts an empty host, from this executable.</summary>
    public static ServiceProcess StartEmpty() => StartSelf("empty-host");

    /// <summary>Starts a host with one bare page over the same store, from this executable.</summary>
    public static ServiceProcess StartBarePage(string data) => StartSelf("bare-page", "--data", data);

    private static ServiceProcess StartSelf(params string[] command)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var self = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "PoliceSocial.Bench.exe" : "PoliceSocial.Bench");
        return new(Run(self, "Production", [.. command, "--urls", address.ToString()]), address);
    }

    /// <summary>Runs one of its commands to the end.</summary>
    public static async Task CommandAsync(string data, string[] command, CancellationToken ct)
    {
        using var process = Run(Executable, "Development", [.. command, "--data", data]);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"`policesocial {string.Join(' ', command)}` ended with {process.ExitCode}.");
    }

    /// <summary>Waits for its first answer; false where there was none within the time.</summary>
    public async Task<bool> ReadyAsync(TimeSpan within, CancellationToken ct, string path = "/health/live")
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { Timeout = within };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < within && !HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path), ct);
                if (answer.IsSuccessStatusCode)
                    return true;
            }
            catch (HttpRequestException) when (!HasExited)
            {
                // It does not listen yet.
            }

            await Task.Delay(10, ct);
        }

        return false;
    }

    /// <summary>Kills it without a word (SIGKILL).</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    /// <summary>Tells it to stop, as the operating system does (SIGTERM).</summary>
    public async Task TellToStopAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(ct);
    }

    /// <summary>The processor that it has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that it holds, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Run(string executable, string environment, string[] arguments)
    {
        var start = new ProcessStartInfo(executable, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Logging__Console__LogToStandardErrorThreshold"] = "Trace";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                Figures.Say($"  {text}");
        };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
