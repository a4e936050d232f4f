using System.Diagnostics;
using System.Text;

namespace PoliceSocial.Network;

/// <summary>A script of the network's folder as a child process that says READY when it is, and ends with us.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private NodeServer(Process process) => _process = process;

    public string Ready { get; private set; } = "";

    public static async Task<NodeServer> StartAsync(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = NetworkFolder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var server = new NodeServer(process);
        try
        {
            await server.UntilReadyAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task UntilReadyAsync(CancellationToken ct)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Ready = await ready.Task.WaitAsync(Patience, ct);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"The test network did not start. It said:\n{Said()}", e);
        }
    }

    private void Hear(string? line, TaskCompletionSource<string> ready)
    {
        // A null ends one of the two streams; a server that ends before it is ready has failed.
        if (line is null)
            ready.TrySetException(new InvalidOperationException($"The test network ended while starting. It said:\n{Said()}"));
        else if (line.StartsWith("READY ", StringComparison.Ordinal))
            ready.TrySetResult(line["READY ".Length..]);
        else
            Keep(line);
    }

    private void Keep(string line)
    {
        lock (_said)
            _said.AppendLine(line);
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // the script's sign to end itself and its children
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }
}
