using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Finds conversations by what was written in them, for Incidents to join; the search is recorded as at the desk.</summary>
public interface IFindConversations
{
    /// <summary>Those of the newest messages that have all words, as far as the person may see them.</summary>
    /// <param name="asker">Who asks.</param>
    /// <param name="words">The words.</param>
    /// <param name="most">How many conversations at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<FoundConversation>> FindAsync(IAsker asker, string words, int most, CancellationToken ct);
}

/// <summary>A conversation that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ContactName">Who wrote, as they call themselves.</param>
/// <param name="Network">The network.</param>
/// <param name="Private">True where only the channel and the contact can read it.</param>
/// <param name="Rehearsal">True where it is an exercise.</param>
/// <param name="Excerpt">The newest message.</param>
/// <param name="At">When that was written.</param>
public sealed record FoundConversation(long Id, string ContactName, string Network, bool Private, bool Rehearsal, string Excerpt, DateTimeOffset At);
