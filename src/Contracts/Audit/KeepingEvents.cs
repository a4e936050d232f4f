using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Audit;

/// <summary>Another key signs the ledger from here on.</summary>
/// <param name="OldKey">The key that signed before.</param>
/// <param name="NewKey">The key that signs now; public, as <c>log.pub</c> has it.</param>
/// <param name="Lost">True where the old key was lost and could not sign that.</param>
/// <param name="Reason">Why.</param>
[Family(Family.Configured)]
public sealed record LedgerKeyChanged(string OldKey, string NewKey, bool Lost, string Reason) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "ledger:0";
}

/// <summary>Somebody answered for an older copy of the ledger that was put in its place; it goes on from there.</summary>
/// <param name="From">The first entry that is lost.</param>
/// <param name="Lost">How many entries had been signed before.</param>
/// <param name="Reason">What happened.</param>
[Family(Family.Altered)]
public sealed record LedgerRestoreAccepted(long From, long Lost, string Reason) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "ledger:0";
}

/// <summary>Somebody decided about something that was found wrong with the ledger. It stays wrong, and no longer worries the service's health.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Kind">What sort of trouble.</param>
/// <param name="What">What was found.</param>
/// <param name="Reason">What was found out about it, and why the service may go on.</param>
[Family(Family.Altered)]
public sealed record FindingDecided(long DecisionId, string Kind, string What, string Reason) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"ledger-decision:{DecisionId}";
}
