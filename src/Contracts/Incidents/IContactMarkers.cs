namespace PoliceSocial.Contracts.Incidents;

/// <summary>What staff marked about people whom they know from incidents, for triage to take care of.</summary>
public interface IContactMarkers
{
    /// <summary>The markers of those of these contacts that a member of staff said are a person of an incident.</summary>
    Task<IReadOnlyList<ContactMarker>> OfAsync(IReadOnlyCollection<long> contactIds, CancellationToken ct);
}

/// <summary>A marker of a contact.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Name">What it says, in the words of the service's profile.</param>
/// <param name="Care">Whether it says that the person needs care: a child, or somebody vulnerable.</param>
/// <param name="Child">Whether it says that the person is a child.</param>
public sealed record ContactMarker(long ContactId, string Name, bool Care, bool Child);
