using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Orders what goes out, in the session of the step that wants it: alarms of one burst go out together, and not one by one.</summary>
internal sealed class AlarmCalls(Ids ids)
{
    /// <summary>How long a first alarm waits for others of its burst.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(5);

    /// <summary>The least time between two calls to the same place.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(60);

    /// <summary>True where something will go out.</summary>
    public async Task<bool> OrderAsync(
        Session session, EscalationRow escalation, AlarmStep step, AlarmPolicy policy, bool rehearsal, CancellationToken ct)
    {
        if (rehearsal && !policy.CallsForExercises)
            return false;
        var ways = WaysOf([step], policy);
        foreach (var (way, addresses) in ways)
            await JoinAsync(session, escalation, (way, addresses, step.Name, rehearsal), ct);
        return ways.Count > 0;
    }

    /// <summary>Orders one to each place that the policy knows, so that somebody can see it arrive.</summary>
    public async Task<int> OrderTestAsync(Session session, AlarmPolicy policy, CallWay way, CancellationToken ct)
    {
        var ways = WaysOf(policy.Steps, policy).Where(w => w.Way == way).Distinct().ToList();
        foreach (var (_, addresses) in ways)
            await session.ExecuteAsync(AlarmCallStatements.Insert, Call((way, addresses, "a test", false), true, session.Act.At, session.Act.At), ct);
        return ways.Count;
    }

    private static List<(CallWay Way, string Addresses)> WaysOf(IEnumerable<AlarmStep> steps, AlarmPolicy policy) =>
    [
        .. steps.Where(s => s.Addresses.Count > 0).Select(s => (CallWay.Email, string.Join(',', s.Addresses))),
        .. steps.Where(s => s.Hook && policy.HookAddress is not null).Select(_ => (CallWay.Hook, policy.HookAddress!)),
    ];

    private async Task JoinAsync(
        Session session, EscalationRow escalation, (CallWay Way, string Addresses, string Step, bool Rehearsal) wanted, CancellationToken ct)
    {
        var now = session.Act.At;
        var args = new { way = wanted.Way, addresses = wanted.Addresses, rehearsal = wanted.Rehearsal, test = false, take = 1 };
        var last = await session.FindAsync(AlarmCallStatements.LastTo, args, ct);
        if (last is not { State: CallState.Waiting, Attempts: 0 })
        {
            var soonest = now + Gather;
            var due = last?.AttemptedAt is { } tried && tried + Apart > soonest ? tried + Apart : soonest;
            last = Call(wanted, test: false, now, due);
            await session.ExecuteAsync(AlarmCallStatements.Insert, last, ct);
        }

        await session.ExecuteAsync(AlarmCallStatements.About, new { callId = last.Id, escalationId = escalation.Id }, ct);
    }

    private AlarmCallRow Call((CallWay Way, string Addresses, string Step, bool Rehearsal) wanted, bool test, DateTimeOffset now, DateTimeOffset due) => new()
    {
        Id = ids.New(),
        Way = wanted.Way,
        Addresses = wanted.Addresses,
        StepName = wanted.Step,
        Rehearsal = wanted.Rehearsal,
        Test = test,
        State = CallState.Waiting,
        CreatedAt = now,
        DueAt = due,
        Attempts = 0,
    };
}
