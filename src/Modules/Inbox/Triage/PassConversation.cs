using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Inbox.Triage;

/// <summary>How a conversation passes on.</summary>
internal enum Passing
{
    /// <summary>Somebody who may assign gives it to a colleague or a team.</summary>
    Assigned,

    /// <summary>Its holder gives it to a colleague.</summary>
    HandedOver,

    /// <summary>A colleague takes it from its holder.</summary>
    TakenOver,

    /// <summary>Its holder lets it go.</summary>
    Released,
}

/// <summary>Asks that a conversation pass on.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="How">How.</param>
/// <param name="ToPersonId">Who gets it; null where it is released or goes to a team.</param>
/// <param name="ToTeamId">The team it goes to, or null to leave that as it is.</param>
/// <param name="Reason">Why; needed to hand over and to take over.</param>
internal sealed record PassCommand(long ConversationId, Passing How, long? ToPersonId, long? ToTeamId, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class PassValidator : AbstractValidator<PassCommand>
{
    public PassValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => c.How is Passing.HandedOver or Passing.TakenOver)
            .WithMessage("Enter a reason: the next reader must know why it changed hands");
        RuleFor(c => c.Reason).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
        RuleFor(c => c.ToPersonId).NotNull().When(c => c.How == Passing.HandedOver || (c.How == Passing.Assigned && c.ToTeamId is null))
            .WithMessage("Choose who gets the conversation");
    }
}

/// <summary>A conversation changes hands: assigned, handed over or taken over with a reason, or released.</summary>
internal sealed class PassConversation(ConversationDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.pass-conversation");

    public Task<ChangeResult> HandleAsync(Person person, PassCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind, command.Reason);
        var permission = command.How is Passing.Assigned or Passing.TakenOver ? InboxPermissions.Assign : InboxPermissions.Reply;
        return desk.ChangeAsync(act, person, permission, command.ConversationId, c => Decide(c, person, command, act.At), ct);
    }

    public static Decision Decide(ConversationRow c, Person person, PassCommand command, DateTimeOffset at)
    {
        var mine = c.HolderId == person.Id;
        return command.How switch
        {
            Passing.Assigned => To(c, command, command.ToPersonId, Deed.Assigned, at),
            Passing.TakenOver => c.HolderId is null
                ? new Decision.Refuse("Nobody holds this conversation: claim it.")
                : To(c, command, person.Id, Deed.TakenOver, at),
            Passing.HandedOver => mine ? To(c, command, command.ToPersonId, Deed.HandedOver, at) : NotYours(),
            Passing.Released => mine ? To(c, command, null, Deed.Released, at) : NotYours(),
        };
    }

    private static Decision.Refuse NotYours() => new("You do not hold this conversation any more. Nothing was changed.");

    private static Decision To(ConversationRow c, PassCommand command, long? personId, Deed deed, DateTimeOffset at)
    {
        var after = c.HeldBy(personId, at) with { TeamId = command.ToTeamId ?? c.TeamId };
        if (after.HolderId == c.HolderId && after.TeamId == c.TeamId)
            return new Decision.Nothing();
        return new Decision.Change(
            after, deed, new ConversationPassed(c.Id, deed.ToString(), c.HolderId, personId, after.TeamId), personId ?? command.ToTeamId, command.Reason);
    }
}
