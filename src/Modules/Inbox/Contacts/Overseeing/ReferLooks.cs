using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Overseeing;

/// <summary>Asks that the looks at a contact be referred.</summary>
/// <param name="ContactId">The member of the public.</param>
/// <param name="Note">What the co-ordinator should know.</param>
internal sealed record ReferCommand(long ContactId, string Note);

/// <summary>Says what is missing.</summary>
internal sealed class ReferValidator : AbstractValidator<ReferCommand>
{
    public ReferValidator()
    {
        RuleFor(c => c.Note).NotEmpty().WithMessage("Enter what the co-ordinator should know");
        RuleFor(c => c.Note).MaximumLength(1_000).WithMessage("The note must be 1,000 characters or less");
    }
}

/// <summary>Somebody refers the looks at a contact to the force's co-ordinator of covert authorities, with a note.</summary>
internal sealed class ReferLooks(Store<InboxModule> store, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("inbox.refer-looks");

    /// <summary>Refers them; false where nobody ever looked at that contact.</summary>
    public async Task<bool> HandleAsync(Person person, ReferCommand command, CancellationToken ct)
    {
        var policy = await LookPolicy.ReadAsync(store, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.FindAsync(LooksStatements.CountSince, new { contactId = command.ContactId, since = 0L }, ct) == 0)
            return false;
        var recent = await session.FindAsync(
            LooksStatements.CountSince, new { contactId = command.ContactId, since = session.Act.At.AddDays(-policy.WindowDays).ToMicroseconds() }, ct);
        var row = new ReferralRow { Id = ids.New(), ContactId = command.ContactId, At = session.Act.At, ReferredBy = person.Id, Note = command.Note.Trim() };
        await session.ExecuteAsync(LooksStatements.InsertReferral, row, ct);
        session.Raise(new LooksReferred(command.ContactId, row.Id, recent));
        await session.CommitAsync(ct);
        return true;
    }
}
