namespace PoliceSocial.Contracts.Incidents;

/// <summary>Incidents as evidence: who may export one, and all that it consists of. Asked on behalf of an officer whose reach the asker has checked.</summary>
public interface IIncidentMaterial
{
    /// <summary>The incidents among these ids that exist.</summary>
    Task<IReadOnlyList<IncidentScope>> FindAsync(IReadOnlyList<long> incidents, CancellationToken ct);

    /// <summary>The incident of a number, as staff write it; null where there is none.</summary>
    Task<IncidentScope?> FindByNumberAsync(string number, CancellationToken ct);

    /// <summary>Puts on record that an incident is read for an export, before it is read; its own timeline shows it too.</summary>
    /// <param name="incidentId">Which.</param>
    /// <param name="personId">Who ordered it.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="ct">Cancels.</param>
    Task RecordReadAsync(long incidentId, long personId, string purpose, CancellationToken ct);

    /// <summary>All that an incident consists of; null where there is none.</summary>
    Task<IncidentContents?> ReadAsync(long incidentId, CancellationToken ct);
}

/// <summary>An incident that may be exported or held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number in the force's own format.</param>
/// <param name="ChannelId">The channel it came by, or null where it came by none.</param>
/// <param name="TeamId">The team it lies with, or null.</param>
/// <param name="Conversations">The conversations that it consists of now.</param>
public sealed record IncidentScope(long Id, string Number, long? ChannelId, long? TeamId, IReadOnlyList<long> Conversations);

/// <summary>A hand-over to another system or force.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Purpose">HandOver or Transfer.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedBy">Who asked for it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="State">How far it has come.</param>
/// <param name="DeliveredAt">When the other side had it, or null.</param>
/// <param name="Reference">The other side's reference, or null.</param>
/// <param name="Document">The document as it went out (JSON).</param>
/// <param name="Sha256">Its SHA-256, in hexadecimal.</param>
public sealed record IncidentHandover(
    long Id, string Destination, string Purpose, string Reason, long AskedBy, DateTimeOffset AskedAt, string State, DateTimeOffset? DeliveredAt, string? Reference,
    string Document, string Sha256);
