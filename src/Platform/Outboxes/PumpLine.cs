using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Platform.Outboxes;

/// <summary>Carries one publisher's events to one listener.</summary>
internal sealed class PumpLine(Schema listener, Schema publisher, HearBatch ear, TimeProvider clock, PumpHealth health, ILogger log, string? position = null)
    : IDisposable
{
    private const int Batch = 500;
    private const int AttemptsBeforeParking = 5;
    private const int KeepPositionEvery = 2_000;
    private static readonly TimeSpan KeepAtLeastEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly OutboxStatements _own = OutboxStatements.For(listener.Name);
    private readonly OutboxStatements _theirs = OutboxStatements.For(publisher.Name);
    private readonly string _name = position is null ? $"{publisher.Name} to {listener.Name}" : $"{publisher.Name} to {position}";

    /// <summary>The name that the position is kept under: one that hears a publisher by itself has its own.</summary>
    private readonly string _key = position ?? publisher.Name;
    private long _position = -1;
    private long _kept;
    private DateTimeOffset _keptAt;
    private long _woke;

    public Schema Publisher => publisher;

    /// <summary>How far the listener durably is.</summary>
    public long Kept => Volatile.Read(ref _kept);

    /// <summary>Wakes it where it hears something of what was committed; the rest it passes over when it looks by itself.</summary>
    public void Wake(IReadOnlyList<IEvent> events)
    {
        if (!ear.Hears(events))
            return;
        try
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two commits woke it at once; it is awake.
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Yield();
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (_position < 0)
                    await StartAsync(ct);
                var more = await HearAsync(ct);
                health.Well(_name);
                failures = 0;
                if (!more)
                    await RestAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failures++;
                health.Failing(_name, e);
                log.LogError(e, "Events from {Line} are not getting through; nothing is lost, it is tried again.", _name);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Min(failures, 6))), clock, ct);
            }
        }
    }

    public void Dispose() => _wake.Dispose();

    /// <summary>Waits for something to hear; a listener with a pace hears what comes meanwhile in one batch.</summary>
    private async Task RestAsync(CancellationToken ct)
    {
        await _wake.WaitAsync(LookEvery, ct);
        if (ear.Pace - Stopwatch.GetElapsedTime(_woke) is { Ticks: > 0 } rest)
            await Task.Delay(rest, ct);
        _woke = Stopwatch.GetTimestamp();
    }

    private async Task StartAsync(CancellationToken ct)
    {
        await using var session = await listener.BeginBookkeepingAsync("where hearing begins", ct);
        await session.ExecuteAsync(_own.Begin, new { publisher = _key, position = 0L }, ct);
        _position = await session.FindAsync(_own.Heard, new { publisher = _key }, ct);
        await session.CommitAsync(ct);
        Volatile.Write(ref _kept, _position);
    }

    /// <summary>Hears the next batch; true where there may be more.</summary>
    private async Task<bool> HearAsync(CancellationToken ct)
    {
        var (rows, until) = await ear.ReadAsync(publisher, _theirs, _position, Batch, ct);
        if (rows.Count > 0)
            await TryBatchAsync(rows, until, ct);
        else
            await PassOverAsync(until, ct);
        _position = Math.Max(_position, until);
        return rows.Count == Batch;
    }

    private async Task TryBatchAsync(IReadOnlyList<OutboxRow> rows, long until, CancellationToken ct)
    {
        try
        {
            await HearAsync(rows, until, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "A batch from {Line} failed; its events are now told one by one.", _name);
            foreach (var row in rows)
                await HearOneAsync(row, ct);
            await KeepAsync(until, ct);
        }
    }

    private async Task HearOneAsync(OutboxRow row, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HearAsync([row], row.Position, ct);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException && ear.MayPark)
            {
                if (attempt >= AttemptsBeforeParking)
                {
                    await ParkAsync(row, attempt, e, ct);
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), clock, ct);
            }
        }
    }

    private async Task HearAsync(IReadOnlyList<OutboxRow> rows, long until, CancellationToken ct)
    {
        if (!await ear.PrepareAsync(rows, ct))
        {
            await PassOverAsync(until, ct);
            _position = until;
            return;
        }

        await using var session = await ear.BeginAsync(listener, rows, ct);
        await ear.HearAsync(rows, session, ct);
        await session.BookkeepAsync(_own.Move, new { publisher = _key, position = until }, ct);
        await session.CommitAsync(ct);
        _position = until;
        Volatile.Write(ref _kept, until);
    }

    /// <summary>Nothing was to be done: how far it is, is kept now and then.</summary>
    private async Task PassOverAsync(long until, CancellationToken ct)
    {
        if (until - Kept >= KeepPositionEvery || (until > Kept && clock.GetUtcNow() - _keptAt >= KeepAtLeastEvery))
            await KeepAsync(until, ct);
    }

    private async Task KeepAsync(long until, CancellationToken ct)
    {
        await using var session = await listener.BeginBookkeepingAsync("how far this listener has heard", ct);
        await session.ExecuteAsync(_own.Move, new { publisher = _key, position = until }, ct);
        await session.CommitAsync(ct);
        _keptAt = clock.GetUtcNow();
        Volatile.Write(ref _kept, until);
    }

    private async Task ParkAsync(OutboxRow row, int attempts, Exception error, CancellationToken ct)
    {
        log.LogError(error, "Event {Type} {Id} could not be taken by {Listener} in {Attempts} attempts and is parked.", row.Type, row.Id, listener.Name, attempts);
        await using var session = await listener.BeginBookkeepingAsync("an event is parked for an operator", ct);
        await session.ExecuteAsync(_own.Park, new
        {
            publisher = _key,
            position = row.Position,
            eventId = row.Id,
            type = row.Type,
            subject = row.Subject,
            facts = row.Facts,
            attempts,
            error = error.ToString(),
            parkedAt = clock.GetUtcNow(),
        }, ct);
        await session.ExecuteAsync(_own.Move, new { publisher = _key, position = row.Position }, ct);
        await session.CommitAsync(ct);
        health.Parked(_name);
        _position = row.Position;
        Volatile.Write(ref _kept, row.Position);
    }
}
