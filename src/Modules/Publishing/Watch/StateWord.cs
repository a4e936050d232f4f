namespace PoliceSocial.Publishing.Watch;

/// <summary>Where a delivery stands, as staff read it: a word, its meaning, and its shape.</summary>
internal sealed record StateWord(string Words, string Meaning, string Icon)
{
    public static StateWord Of(DeliveryState state, bool stuck) => state switch
    {
        DeliveryState.Intended when stuck => new("Waiting too long", "warning", "warning"),
        DeliveryState.Intended => new("Waiting", "neutral", "clock"),
        DeliveryState.Attempting => new("Being sent", "info", "publish"),
        DeliveryState.Sent => new("Published", "success", "success"),
        DeliveryState.Refused => new("Not published", "risk", "risk"),
        DeliveryState.OutcomeUnknown => new("Outcome unknown", "warning", "warning"),
    };

    public static StateWord OfDeletion(DeliveryState state) => state switch
    {
        DeliveryState.Intended => new("Waiting to be deleted", "neutral", "clock"),
        DeliveryState.Attempting => new("Being deleted", "info", "deleted"),
        DeliveryState.Sent => new("Deleted", "neutral", "deleted"),
        DeliveryState.Refused => new("Could not be deleted", "risk", "risk"),
        DeliveryState.OutcomeUnknown => new("Perhaps deleted", "warning", "warning"),
    };

    public static string Of(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Post => "Post",
        DeliveryKind.PublicReply => "Public reply",
        DeliveryKind.PrivateMessage => "Private message",
    };

    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Intended => "Ready to go; the intent is stored",
        StepKind.Attempted => "The network is called, once",
        StepKind.PutOff => "Nothing happened on the network; it is tried again",
        StepKind.Waits => "Waits",
        StepKind.Sent => "Published, says the network",
        StepKind.Refused => "Not published",
        StepKind.OutcomeUnknown => "It may or may not be published",
        StepKind.LookedInVain => "Read the network back without an answer",
        StepKind.FoundByReading => "Found by reading the network back: it is published",
        StepKind.FoundAbsent => "Reading the network back showed that it is certainly not there",
        StepKind.SeenByHand => "Looked on the network: it is there",
        StepKind.AbsentByHand => "Looked on the network: it is not there",
        StepKind.Stopped => "Stopped before it went out",
        StepKind.Stuck => "Alarm raised: it has not come to an end",
        StepKind.Acknowledged => "Alarm acknowledged",
        StepKind.Captured => "What the network shows is kept, by this SHA-256",
        StepKind.CaptureWaived => "Deleted without keeping what the network shows",
        StepKind.DeletionAsked => "Asked for it to be deleted",
        StepKind.DeletionAttempted => "The network is asked to delete it",
        StepKind.DeletionPutOff => "Not deleted yet; it is tried again",
        StepKind.Deleted => "Gone from the network",
        StepKind.DeletionRefused => "The network did not delete it",
        StepKind.DeletionOutcomeUnknown => "It may or may not be deleted",
    };
}
