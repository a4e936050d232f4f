namespace PoliceSocial.Publishing.Model;

/// <summary>What becomes of a delivery in one step.</summary>
/// <param name="After">The delivery afterwards.</param>
/// <param name="Kind">What its history says.</param>
/// <param name="Happened">What is told.</param>
/// <param name="Detail">What else a reader of its history wants.</param>
internal sealed record Move(DeliveryRow After, StepKind Kind, IEvent Happened, string? Detail = null);

/// <summary>The steps in a delivery's history.</summary>
internal enum StepKind
{
    Intended = 1,
    Attempted = 2,
    PutOff = 3,
    Waits = 4,
    Sent = 5,
    Refused = 6,
    OutcomeUnknown = 7,
    LookedInVain = 8,
    FoundByReading = 9,
    FoundAbsent = 10,
    SeenByHand = 11,
    AbsentByHand = 12,
    Stopped = 13,
    Stuck = 14,
    Acknowledged = 15,
    DeletionAsked = 16,
    DeletionAttempted = 17,
    DeletionPutOff = 18,
    Deleted = 19,
    DeletionRefused = 20,
    DeletionOutcomeUnknown = 21,
    Captured = 22,
    CaptureWaived = 23,
}
