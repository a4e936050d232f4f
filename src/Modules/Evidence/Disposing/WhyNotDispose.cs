using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Evidence.Retaining;

namespace PoliceSocial.Evidence.Disposing;

/// <summary>Says why a record must not be disposed of now, and what would go with it. Asked before it is proposed, before it is confirmed, and before the first byte is erased.</summary>
internal sealed class WhyNotDispose(
    IEnumerable<IKeptRecords> sources, IEnumerable<IDisposeOfRecords> modules, IIncidentMembers incidents, ReadPolicy policies, TimeProvider clock)
{
    /// <summary>The reason as a sentence, or null; and the conversations that go with the record.</summary>
    public async Task<(string? Why, IReadOnlyList<long> Conversations)> OfAsync(ReviewRow review, CancellationToken ct)
    {
        if (await sources.Single(s => s.Kind == review.Kind).FindAsync([review.RecordId], ct) is not [var record])
            return ("The record is not there any more.", []);
        if (await TooEarlyAsync(record, ct) is { } early)
            return (early, []);
        var incidentId = review.Kind == RecordKind.Incident ? review.RecordId : (long?)null;
        IReadOnlyList<long> all = incidentId is { } id ? await incidents.ConversationsOfAsync(id, ct) : [review.RecordId];
        var belonging = await incidents.BelongingAsync(all, incidentId, ct);
        foreach (var module in modules.OrderBy(m => m.Turn))
        {
            if (await module.WhyNotAsync(new(all, incidentId), ct) is { } why)
                return (why, []);
        }

        if (incidentId is null && belonging.Count > 0)
            return ("It has become part of an incident, and is reviewed with that.", []);

        // A conversation that another incident consists of too stays with that one.
        return (null, [.. all.Where(c => !belonging.Contains(c))]);
    }

    private async Task<string?> TooEarlyAsync(KeptRecord record, CancellationToken ct)
    {
        if (await policies.ClassOfAsync(record, ct) is not { } its)
            return "No retention class says how long it is kept.";
        if (RetentionPolicy.DueAt(its, record) is not { } due)
            return "It is open: its period counts from when it is closed.";
        return due > clock.GetUtcNow() ? FormattableString.Invariant($"Its review date is not reached: under {its.Code} it is {due:d MMMM yyyy}.") : null;
    }
}
