using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Incidents;

/// <summary>An incident was pinned where it is. Where that is stays in one place, so that it can be erased.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="PinId">The pin.</param>
/// <param name="AccuracyMetres">How exact it is.</param>
/// <param name="Source">How it is known: Said, Shared or WorkedOut.</param>
/// <param name="InArea">Whether it lies within the force's area; null where that is not known.</param>
[Family(Family.Altered)]
public sealed record PlacePinned(long IncidentId, long PinId, int AccuracyMetres, string Source, bool? InArea) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"incident:{IncidentId}";
}
