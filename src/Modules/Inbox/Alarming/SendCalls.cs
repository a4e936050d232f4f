using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>
/// Sends what alarms have ordered. Each attempt is stored before it is made, and its outcome after; people are reached at least once,
/// and no more than a few times, whatever happens to the service in between.
/// </summary>
internal sealed class SendCalls(Store<InboxModule> store, CallOut callOut, AlarmOptions options, ActFactory acts, TimeProvider clock, ILogger<SendCalls> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("inbox.call-about-alarm");
    public const int MostAttempts = 3;
    private const int LongestProblem = 900;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Sends all that is due; what was going out when the service stopped is recorded as not known, and tried again.</summary>
    public async Task WorkAsync(CancellationToken ct)
    {
        foreach (var call in await store.QueryAsync(AlarmCallStatements.Pending, new { now = clock.GetUtcNow() }, ct))
        {
            if (call.State == CallState.Attempting)
                await EndAsync(call, new(CallState.Unknown, "The service stopped while this went out: it may have arrived."), ct);
            else
                await AttemptAsync(call, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Nobody could be called about alarms; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AttemptAsync(AlarmCallRow call, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var alarms = await store.QueryAsync(AlarmCallStatements.Standing, new { callId = call.Id }, ct);
        if (alarms.Count == 0 && !call.Test)
        {
            await SaveAsync(call, call with { State = CallState.NotNeeded, EndedAt = now, Problem = null }, ct);
            return;
        }

        // While it goes out it is due only when its time is certainly over: whoever finds it then knows that the service was stopped.
        var attempt = call with
        {
            State = CallState.Attempting,
            Attempts = call.Attempts + 1,
            AttemptedAt = now,
            DueAt = now + TimeSpan.FromSeconds(options.TimeoutSeconds) + Margin,
        };
        if (await SaveAsync(call, attempt, ct))
            await EndAsync(attempt, await callOut.TryAsync(new(attempt, alarms, now), ct), CancellationToken.None);
    }

    private Task<bool> EndAsync(AlarmCallRow call, CallResult result, CancellationToken ct)
    {
        var again = result.State != CallState.Taken && !result.Final && call.Attempts < MostAttempts;
        return SaveAsync(
            call,
            call with
            {
                State = again ? CallState.Waiting : result.State,
                DueAt = again ? clock.GetUtcNow() + (Between * call.Attempts) : call.DueAt,
                EndedAt = again ? null : clock.GetUtcNow(),
                Problem = result.Problem is { } problem ? Tidied.Cut(problem, LongestProblem) : null,
            },
            ct, result.State);
    }

    private async Task<bool> SaveAsync(AlarmCallRow before, AlarmCallRow after, CancellationToken ct, CallState? outcome = null)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var args = new
        {
            after.Id,
            after.State,
            after.DueAt,
            after.Attempts,
            after.AttemptedAt,
            after.EndedAt,
            after.Problem,
            was = before.State,
            attemptsBefore = before.Attempts,
        };
        if (await session.ExecuteAsync(AlarmCallStatements.Save, args, ct) != 1)
            return false;
        session.Raise(after.State == CallState.Attempting
            ? new AlarmCallAttempted(after.Id, after.Way.ToString(), after.Attempts)
            : new AlarmCallEnded(after.Id, after.Way.ToString(), (outcome ?? after.State).ToString(), after.State == CallState.Waiting));
        await session.CommitAsync(ct);
        return true;
    }
}
