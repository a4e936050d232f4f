using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Platform;

/// <summary>Whose turn it is to write.</summary>
public sealed class WriterGateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly WriterGate _gate = new();
    private readonly List<string> _order = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SomebodyAtAScreen_GoesBeforeBatchesThatWaitedLonger()
    {
        await _gate.EnterAsync(first: false, Long, Ct);
        await Task.WhenAll(InTurnAsync("batch 1", false), InTurnAsync("batch 2", false), InTurnAsync("person", true), Opened());
        Assert.Equal(["person", "batch 1", "batch 2"], _order);
    }

    [Fact]
    public async Task Batches_GetATurn_HoweverManyPeopleWait()
    {
        await _gate.EnterAsync(first: false, Long, Ct);
        var people = Enumerable.Range(1, 20).Select(n => InTurnAsync($"person {n}", true)).ToList();
        await Task.WhenAll([InTurnAsync("batch", false), .. people, Opened()]);
        Assert.Equal(8, _order.IndexOf("batch"));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"person {n}"), _order.Where(o => o != "batch"));
    }

    [Fact]
    public async Task OneThatGivesUp_IsPassedOver()
    {
        await _gate.EnterAsync(first: false, Long, Ct);
        using var given = new CancellationTokenSource();
        var gone = _gate.EnterAsync(first: true, Long, given.Token).AsTask();
        var late = _gate.EnterAsync(first: true, TimeSpan.Zero, Ct).AsTask();
        var next = InTurnAsync("next", false);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await Assert.ThrowsAsync<TimeoutException>(() => late);
        _gate.Leave();
        await next;
        await _gate.EnterAsync(first: false, TimeSpan.Zero, Ct);
    }

    [Fact]
    public async Task NoTwo_AreInsideAtOnce_WhoeverGivesUp()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(n => Task.Run(
            async () =>
            {
                try
                {
                    await _gate.EnterAsync(n % 3 == 0, TimeSpan.FromMilliseconds(n % 5 == 0 ? n % 7 : 60_000), Ct);
                }
                catch (TimeoutException)
                {
                    return;
                }

                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                _gate.Leave();
            }, Ct)));
        Assert.Equal(1, most);
        await _gate.EnterAsync(first: false, TimeSpan.Zero, Ct);
    }

    private async Task InTurnAsync(string who, bool first)
    {
        await _gate.EnterAsync(first, Long, Ct);
        _order.Add(who);
        _gate.Leave();
    }

    /// <summary>Ends the turn that everybody waits for.</summary>
    private Task Opened()
    {
        _gate.Leave();
        return Task.CompletedTask;
    }
}
