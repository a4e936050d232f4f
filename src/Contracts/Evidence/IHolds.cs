namespace PoliceSocial.Contracts.Evidence;

/// <summary>What must be kept, for those who would dispose of it.</summary>
public interface IHolds
{
    /// <summary>Those of the conversations of which something is on hold, or that an incident on hold consists of.</summary>
    Task<IReadOnlySet<long>> HeldAsync(IReadOnlyList<long> conversations, CancellationToken ct);

    /// <summary>Those of the incidents that are on hold.</summary>
    Task<IReadOnlySet<long>> HeldIncidentsAsync(IReadOnlyList<long> incidents, CancellationToken ct);
}
