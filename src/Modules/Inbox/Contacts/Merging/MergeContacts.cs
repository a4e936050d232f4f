using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>Asks that two contacts be one person from now on.</summary>
internal sealed record MergeCommand(long ContactId, long? OtherId, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class MergeValidator : AbstractValidator<MergeCommand>
{
    public MergeValidator()
    {
        RuleFor(c => c.OtherId).NotNull().WithMessage("Choose who it is").NotEqual(c => c.ContactId).WithMessage("Choose another contact");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Enter what shows that they are the same person").MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A member of staff decides that two contacts, of whatever networks, are one person, and says what shows it. Nothing of either changes;
/// the decision can be taken back.
/// </summary>
internal sealed class MergeContacts(Store<InboxModule> store, OnePerson people, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("inbox.merge-contacts");

    public async Task<MergeOutcome> HandleAsync(Person person, MergeCommand command, CancellationToken ct)
    {
        if (!person.Grants.Allows(InboxPermissions.MergeContacts))
            return MergeOutcome.NotAllowed;
        var seen = await people.SeenAsync(person, [command.ContactId, command.OtherId!.Value], ct);
        if (seen.Count != 2)
            return MergeOutcome.NotFound;
        if (seen[0].Rehearsal != seen[1].Rehearsal)
            return MergeOutcome.ExerciseAndReal;
        var act = acts.By(person, Kind, command.Reason!.Trim());
        await using var session = await store.BeginAsync(act, ct);
        var (same, _) = await OnePerson.WalkAsync(session, command.ContactId, ct);
        if (same.Contains(command.OtherId.Value))
            return MergeOutcome.OneAlready;
        var (id, firstId, secondId) = (ids.New(), seen[0].Id, seen[1].Id);
        await session.ExecuteAsync(MergingRow.Insert, new { id, firstId, secondId, reason = act.Purpose, at = act.At, by = person.Id }, ct);
        session.Raise(new ContactsMerged(id, firstId, secondId, seen[0].Connector != seen[1].Connector));
        await session.CommitAsync(ct);
        return MergeOutcome.Merged;
    }
}

/// <summary>What came of it.</summary>
internal enum MergeOutcome
{
    Merged = 1,
    OneAlready = 2,

    /// <summary>There are not two such contacts that the person may see.</summary>
    NotFound = 3,
    NotAllowed = 4,
    ExerciseAndReal = 5,
}
