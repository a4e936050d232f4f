using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Faults;

/// <summary>What goes on while the service is killed: the public writes, and staff answer as fast as the replies go out.</summary>
internal sealed class Load(Network network, string data) : IDisposable
{
    private const int MostUnderWay = 24;
    private static readonly string[] Staff = ["rees", "okafor"];
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private readonly Desk[] _desks = [.. Staff.Select(_ => new Desk())];
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private int _number;

    /// <summary>The words of every reply of which the desk said that it is on its way.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>The sergeant may let a channel go on that the service paused, because too much of it was in doubt.</summary>
    private Desk Sergeant => _desks[1];

    /// <summary>Staff sign in; their sessions outlive what follows.</summary>
    public Task SignInAsync(Uri service, CancellationToken ct) =>
        Task.WhenAll(_desks.Select((desk, i) => desk.SignInAsync(service, Staff[i], ct)));

    /// <summary>The public writes so many items a second until it is told to stop.</summary>
    public async Task WriteAsync(int itemsASecond, CancellationToken ct)
    {
        for (var step = 0L; !ct.IsCancellationRequested; step++)
        {
            network.Feed.Write((int)(Due(step + 1) - Due(step)));
            await Task.Delay(Step, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        long Due(long steps) => (long)(steps * Step.TotalSeconds * itemsASecond);
    }

    /// <summary>Everybody answers one conversation after another until the service is gone.</summary>
    public Task AnswerAsync(Uri service, CancellationToken ct) => Task.WhenAll(_desks.Select((_, i) => AnswerAsync(service, i, ct)));

    /// <summary>The sergeant looks after what the service paused.</summary>
    public async Task LetGoOnAsync(Uri service, CancellationToken ct)
    {
        foreach (var pause in Traces.Pauses(data))
            await Sergeant.LetGoOnAsync(service, pause, ct);
    }

    public void Dispose()
    {
        foreach (var desk in _desks)
            desk.Dispose();
    }

    private async Task AnswerAsync(Uri service, int who, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (_desks[who] == Sergeant)
                    await LetGoOnAsync(service, ct);
                var room = Math.Max(0, MostUnderWay - (int)Traces.RepliesUnderWay(data));
                foreach (var conversation in Traces.Unanswered(data, room).Where((_, n) => n % _desks.Length == who))
                    await AnswerAsync(service, who, conversation, ct);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or SqliteException)
            {
                // The service is gone, or not there yet. What was not acknowledged may or may not have been taken.
            }

            await Task.Delay(Step, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AnswerAsync(Uri service, int who, long conversation, CancellationToken ct)
    {
        var text = FormattableString.Invariant($"Yes, the road is open again. Answer {Interlocked.Increment(ref _number)}.");
        if (await _desks[who].ReplyAsync(service, conversation, text, ct))
            _acknowledged.Enqueue(text);
    }
}
