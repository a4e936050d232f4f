namespace PoliceSocial.Contracts.Evidence;

/// <summary>What must be kept, for those who would dispose of it.</summary>
public interface IHolds
{
    /// <summary>Those of the conversations that are on hold.</summary>
    Task<IReadOnlySet<long>> HeldAsync(IReadOnlyList<long> conversations, CancellationToken ct);
}
