using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Faults;

/// <summary>What goes on while the service is killed: the public writes, and staff answer as fast as they can.</summary>
internal sealed class Load(Network network, string data) : IDisposable
{
    private static readonly string[] Staff = ["rees", "okafor"];
    private readonly Desk[] _desks = [.. Staff.Select(_ => new Desk())];
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private int _number;

    /// <summary>The words of every reply of which the desk said that it is on its way.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>Staff sign in; their sessions outlive what follows.</summary>
    public Task SignInAsync(Uri service, CancellationToken ct) =>
        Task.WhenAll(_desks.Select((desk, i) => desk.SignInAsync(service, Staff[i], ct)));

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

    /// <summary>Everybody answers one conversation after another until the service is gone.</summary>
    public Task AnswerAsync(Uri service, CancellationToken ct) => Task.WhenAll(_desks.Select((_, i) => AnswerAsync(service, i, ct)));

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
                foreach (var conversation in Evidence.Unanswered(data).TakeLast(40).Where((_, n) => n % _desks.Length == who))
                    await AnswerAsync(service, who, conversation, ct);
                await Task.Delay(50, ct);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or SqliteException)
            {
                // The service is gone, or not there yet. What was not acknowledged may or may not have been taken.
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private async Task AnswerAsync(Uri service, int who, long conversation, CancellationToken ct)
    {
        var text = FormattableString.Invariant($"Yes, the road is open again. Answer {Interlocked.Increment(ref _number)}.");
        if (await _desks[who].ReplyAsync(service, conversation, text, ct))
            _acknowledged.Enqueue(text);
    }
}
