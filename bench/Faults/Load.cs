using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Faults;

/// <summary>What goes on while the service is killed: the public writes, and staff answer as fast as they can.</summary>
internal sealed class Load(Network network, string data) : IDisposable
{
    private readonly Desk _desk = new();
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private bool _isSignedIn;
    private int _number;

    /// <summary>The words of every reply of which the desk said that it is on its way.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>The public writes so many items in so much time, then says no more.</summary>
    public async Task WriteAsync(int items, TimeSpan time, CancellationToken ct)
    {
        const int Steps = 20;
        for (var step = 0; step < Steps && !ct.IsCancellationRequested; step++)
        {
            network.Write((items * (step + 1) / Steps) - (items * step / Steps));
            await Task.Delay(time / Steps, CancellationToken.None);
        }
    }

    /// <summary>Answers one conversation after another until the service is gone.</summary>
    public async Task AnswerAsync(Uri service, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!_isSignedIn)
                    await _desk.SignInAsync(service, "rees", ct);
                _isSignedIn = true;
                foreach (var conversation in Evidence.Unanswered(data).TakeLast(20))
                    await AnswerAsync(service, conversation, ct);
                await Task.Delay(50, ct);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or SqliteException)
            {
                // The service is gone, or not there yet. What was not acknowledged may or may not have been taken.
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    public void Dispose() => _desk.Dispose();

    private async Task AnswerAsync(Uri service, long conversation, CancellationToken ct)
    {
        var text = FormattableString.Invariant($"Yes, the road is open again. Answer {++_number}.");
        if (await _desk.ReplyAsync(service, conversation, text, ct))
            _acknowledged.Enqueue(text);
    }
}
