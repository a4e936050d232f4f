namespace PoliceSocial.Incidents.HandingOver;

/// <summary>What becomes of a hand-over in one step.</summary>
internal sealed record Step(HandoverRow After, Moment? Kind, IEvent? Happened, string? Detail = null);

/// <summary>What may become of a hand-over, decided without a database or a network. It is delivered at least once; its id is the key by which the other side knows it again.</summary>
internal static class HandoverRules
{
    public const int MostAttempts = 10;
    private const int LongestWords = 1_000;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];

    /// <summary>Somebody is about to deliver it; nobody else does until that must have ended, whatever became of it.</summary>
    public static Step? Attempt(this HandoverRow h, DateTimeOffset at, TimeSpan patience) => h.State != HandoverState.Waiting || h.NotBefore > at
        ? null
        : new(h with { Attempts = h.Attempts + 1, NotBefore = at + patience }, null, new HandoverAttempted(h.IncidentId, h.Id, h.Destination, h.Attempts + 1));

    public static Step? Delivered(this HandoverRow h, string name, DateTimeOffset at) => h.State != HandoverState.Waiting
        ? null
        : new(
            h with { State = HandoverState.Delivered, DeliveredAt = at, Problem = null, AlarmAt = null, NotedAt = null, NotedBy = null }, Moment.HandOffDelivered,
            new IncidentHandedOver(h.IncidentId, h.Id, h.Destination, h.Sha256), name);

    /// <summary>It may or may not have arrived: it is delivered again, and the other side knows it by its key.</summary>
    public static Step? PutOff(this HandoverRow h, string name, string why, DateTimeOffset at)
    {
        if (h.State != HandoverState.Waiting)
            return null;
        if (h.Attempts >= MostAttempts)
            return h.Fail(name, $"{why} It was tried {h.Attempts} times.", at);
        var notBefore = at + Waits[Math.Min(h.Attempts, Waits.Length) - 1];
        return new(h with { NotBefore = notBefore, Problem = Cut(why) }, null, new HandoverPutOff(h.IncidentId, h.Id, h.Destination, notBefore));
    }

    public static Step? Fail(this HandoverRow h, string name, string why, DateTimeOffset at) => h.State != HandoverState.Waiting
        ? null
        : new(
            h with { State = HandoverState.Failed, Problem = Cut(why), AlarmAt = at, NotedAt = null, NotedBy = null }, Moment.HandOffFailed, new HandoverFailed(h.IncidentId, h.Id, h.Destination), $"{name}: {why}");

    /// <summary>The other side said what becomes of it. A later answer stands in for an earlier one.</summary>
    public static Step? Answered(this HandoverRow h, string name, Answer answer, long? by, DateTimeOffset at)
    {
        if (h.State == HandoverState.GivenUp || answer.Says == Says.Received)
            return null;
        var after = h with
        {
            State = answer.Says == Says.Accepted ? HandoverState.Accepted : HandoverState.Refused,
            DeliveredAt = h.DeliveredAt ?? at,
            AnsweredAt = at,
            AnsweredBy = by,
            Reference = answer.Reference,
            AnswerReason = answer.Reason,
            Problem = null,
            AlarmAt = null,
            NotedAt = null,
            NotedBy = null,
        };
        if (after.State == h.State && after.Reference == h.Reference)
            return null;
        var words = $"{name}: {(answer.Says == Says.Accepted ? "accepted" : "refused")}{(answer.Reference is { } r ? $", their reference {r}" : "")}{(answer.Reason is { } why ? $", {why}" : "")}";
        return new(
            after, h.Purpose == Purpose.Transfer ? Moment.TransferAnswered : Moment.HandOffAnswered,
            new HandoverAnswered(h.IncidentId, h.Id, h.Destination, answer.Says == Says.Accepted, answer.Reference), words);
    }

    public static Step? Retry(this HandoverRow h, string name, DateTimeOffset at) => h.State != HandoverState.Failed
        ? null
        : new(
            h with { State = HandoverState.Waiting, Attempts = 0, NotBefore = at, Problem = null, AlarmAt = null, NotedAt = null, NotedBy = null }, Moment.HandOffRetried,
            new HandoverRetried(h.IncidentId, h.Id, h.Destination), name);

    public static Step? GiveUp(this HandoverRow h, string name, string reason) => h.State is not (HandoverState.Failed or HandoverState.Waiting)
        ? null
        : new(h with { State = HandoverState.GivenUp, AlarmAt = null, NotedAt = null, NotedBy = null }, Moment.HandOffGivenUp, new HandoverGivenUp(h.IncidentId, h.Id, h.Destination), $"{name}: {reason}");

    /// <summary>Nobody took it, or nobody answered, in good time.</summary>
    public static Step? Alarm(this HandoverRow h, string name, DateTimeOffset at) => h.State is not (HandoverState.Waiting or HandoverState.Delivered) || h.AlarmAt is not null
        ? null
        : new(
            h with { AlarmAt = at }, Moment.HandOffOverdue, new HandoverOverdue(h.IncidentId, h.Id, h.Destination, h.State == HandoverState.Delivered), name);

    /// <summary>Somebody has taken note of the alarm; the hand-over itself stays as it is.</summary>
    public static Step? Note(this HandoverRow h, string name, long by, DateTimeOffset at) => h is not { AlarmAt: not null, NotedAt: null }
        ? null
        : new(h with { NotedAt = at, NotedBy = by }, Moment.HandOffNoted, new HandoverAlarmNoted(h.IncidentId, h.Id), name);

    private static string Cut(string words) => words.Length > LongestWords ? words[..LongestWords] : words;
}
