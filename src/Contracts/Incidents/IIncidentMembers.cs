namespace PoliceSocial.Contracts.Incidents;

/// <summary>What belongs to incidents that are not disposed of, for those who would dispose of something.</summary>
public interface IIncidentMembers
{
    /// <summary>The conversations that an incident consists of now.</summary>
    Task<IReadOnlyList<long>> ConversationsOfAsync(long incidentId, CancellationToken ct);

    /// <summary>Those of the conversations that belong to an incident, open or closed, other than this one.</summary>
    Task<IReadOnlySet<long>> BelongingAsync(IReadOnlyList<long> conversations, long? otherThan, CancellationToken ct);

    /// <summary>Those of the contacts who are named in an incident.</summary>
    Task<IReadOnlySet<long>> NamedAsync(IReadOnlyList<long> contacts, CancellationToken ct);
}
