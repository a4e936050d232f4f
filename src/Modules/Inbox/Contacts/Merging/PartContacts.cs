using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>A member of staff takes the decision back that two contacts are one person, with the reason. All is as it was before it.</summary>
internal sealed class PartContacts(Store<InboxModule> store, OnePerson people, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.part-contacts");

    public async Task<PartOutcome> HandleAsync(Person person, long mergingId, string? reason, CancellationToken ct)
    {
        if (!person.Grants.Allows(InboxPermissions.MergeContacts))
            return PartOutcome.NotAllowed;
        if (await store.FindAsync(MergingRow.Load, new { id = mergingId }, ct) is not { } merging
            || (await people.SeenAsync(person, [merging.FirstId, merging.SecondId], ct)).Count != 2)
        {
            return PartOutcome.NotFound;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1_000)
            return PartOutcome.NeedsReason;
        var act = acts.By(person, Kind, reason.Trim());
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(MergingRow.Part, new { id = mergingId, at = act.At, by = person.Id, reason = act.Purpose }, ct) == 0)
            return PartOutcome.PartedAlready;
        session.Raise(new ContactsParted(merging.Id, merging.FirstId, merging.SecondId));
        await session.CommitAsync(ct);
        return PartOutcome.Parted;
    }
}

/// <summary>What came of it.</summary>
internal enum PartOutcome
{
    Parted = 1,
    PartedAlready = 2,
    NeedsReason = 3,
    NotFound = 4,
    NotAllowed = 5,
}
