using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>What triage suggests about a conversation, for Incidents to begin with. A person decides.</summary>
public interface IGradeSuggestions
{
    /// <summary>The most urgent suggestion that nobody has decided about; null where there is none, or the person may not see the conversation.</summary>
    Task<GradeSuggestion?> OfConversationAsync(IAsker asker, long conversationId, CancellationToken ct);
}

/// <summary>A suggested grade.</summary>
/// <param name="Grade">The grade's code.</param>
/// <param name="Sure">How sure triage is, from 0 to 1.</param>
/// <param name="Reasons">Why, in words for staff.</param>
/// <param name="Model">The model that suggests it.</param>
public sealed record GradeSuggestion(string Grade, double Sure, IReadOnlyList<string> Reasons, string Model);
