using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Publishing;

/// <summary>What was sent in conversations that are disposed of was erased.</summary>
/// <param name="DisposalId">The review that it was erased for.</param>
/// <param name="Rows">How many rows lost their content.</param>
[Family(Family.Erased)]
public sealed record DeliveriesDisposed(long DisposalId, int Rows) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"disposal:{DisposalId}";
}
