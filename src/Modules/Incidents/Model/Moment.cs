namespace PoliceSocial.Incidents.Model;

/// <summary>What was done to an incident, as its timeline tells it.</summary>
internal enum Moment
{
    Recorded = 1,
    Viewed = 2,
    Joined = 3,
    Split = 4,
    Corrected = 5,
    Graded = 6,
    Assessed = 7,
    Advised = 8,
    Decided = 9,
    RecordingDecided = 10,
    RecordingOverdue = 11,
    RecordingNoted = 12,
    Deployed = 13,
    Taken = 14,
    Closed = 15,
    Reopened = 16,
    FactNoted = 17,
    OpinionNoted = 18,
    PartyAdded = 19,
    PartyRemoved = 20,
    PartiesLinked = 21,
    PartiesUnlinked = 22,
    TaskSet = 23,
    TaskDone = 24,
    TaskCancelled = 25,
    TaskPassed = 26,
    TaskOverdue = 27,
    TaskNoted = 28,
    HandOffAsked = 29,
    HandOffDelivered = 30,
    HandOffAnswered = 31,
    HandOffFailed = 32,
    HandOffRetried = 33,
    HandOffGivenUp = 34,
    TransferOffered = 35,
    TransferAnswered = 36,
    TransferWithdrawn = 37,
    TakenOver = 38,
    AnswerAsked = 39,
    HandOffOverdue = 40,
    HandOffNoted = 41,
    Pinned = 42,
    ReadForEvidence = 60,
}

/// <summary>An entry of the timeline as it is stored.</summary>
internal sealed record EntryRow
{
    public required long Id { get; init; }

    public required Moment Kind { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required long ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The colleague, conversation, record, task or hand-over it concerns.</summary>
    public long? OtherId { get; init; }

    public string? Detail { get; init; }
}
