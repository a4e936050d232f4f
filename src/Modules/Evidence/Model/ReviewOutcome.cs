namespace PoliceSocial.Evidence.Model;

/// <summary>What became of a decision about a review.</summary>
internal enum ReviewOutcome
{
    Done,

    /// <summary>There is no such review for this person, or it is decided already.</summary>
    NotFound,

    /// <summary>Somebody else decided meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>Whoever proposed a disposal does not confirm it.</summary>
    OwnProposal,
}
