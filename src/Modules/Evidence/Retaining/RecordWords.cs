namespace PoliceSocial.Evidence.Retaining;

/// <summary>Retention in words.</summary>
internal static class RecordWords
{
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Due => "Due for review",
        ReviewState.Proposed => "Waits for a second person",
        ReviewState.Confirmed => "Being disposed of",
        ReviewState.Retained => "Kept",
        ReviewState.Disposed => "Disposed of",
        ReviewState.Lapsed => "Not due any more",
    };

    public static string Of(CountsFrom from) => from switch
    {
        CountsFrom.LastContact => "last contact",
        CountsFrom.Closure => "closure",
    };

    public static string Of(AtEnd end) => end switch
    {
        AtEnd.Review => "Review it",
        AtEnd.Dispose => "Propose disposal",
    };

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Conversation => "Conversation",
        RecordKind.Incident => "Incident",
    };

    /// <summary>Where staff see the record itself.</summary>
    public static string AddressOf(ReviewRow review) =>
        FormattableString.Invariant($"/{(review.Kind == RecordKind.Incident ? "incidents" : "inbox")}/{review.RecordId}");

    /// <summary>12: "1 year". 18: "18 months".</summary>
    public static string Months(int months) => (months % 12, months / 12) switch
    {
        (0, 1) => "1 year",
        (0, var years) => FormattableString.Invariant($"{years} years"),
        _ => months == 1 ? "1 month" : FormattableString.Invariant($"{months} months"),
    };

    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Done => "It is done.",
        ReviewOutcome.NotFound => "Nothing was changed: it is decided already, or there is no such review for you.",
        ReviewOutcome.ChangedMeanwhile => "Nothing was changed: somebody else decided meanwhile. Look at it again.",
        ReviewOutcome.OwnProposal => "Nothing was changed: you proposed it, so somebody else confirms it.",
    };
}
