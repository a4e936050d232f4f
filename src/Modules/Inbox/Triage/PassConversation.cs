using FluentValidation;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Triage;

/// <summary>How a conversation passes on.</summary>
internal enum Passing
{
    /// <summary>Somebody who may assign gives it to a colleague or a team.</summary>
    Assigned = 1,

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
        RuleFor(c => c.How).IsInEnum().WithMessage("Choose to assign, hand over, take over or let go");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.How is Passing.HandedOver or Passing.TakenOver)
            .WithMessage("Enter a reason: the next reader must know why it changed hands");
        RuleFor(c => c.Reason).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
        RuleFor(c => c.ToPersonId).NotNull().When(c => c.How == Passing.HandedOver || (c.How == Passing.Assigned && c.ToTeamId is null))
            .WithMessage("Choose who gets the conversation");
    }
}

/// <summary>A conversation changes hands: assigned, handed over or taken over with a reason, or released.</summary>
internal sealed class PassConversation(Store<InboxModule> store, ConversationDesk desk, IPeople people, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.pass-conversation");

    public async Task<ChangeResult> HandleAsync(Person person, PassCommand command, CancellationToken ct)
    {
        if (!await MayReceiveAsync(command, ct))
            return new ChangeResult.Refused("They may not answer on this channel. Nothing was changed: choose a colleague who may.");
        var act = acts.By(person, Kind, command.Reason);
        var permission = command.How is Passing.Assigned or Passing.TakenOver ? InboxPermissions.Assign : InboxPermissions.Reply;
        return await desk.ChangeAsync(act, person, permission, command.ConversationId, c => Decide(c, person, command, act.At), ct);
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

    /// <summary>With somebody who may not open it, a conversation would lie unseen.</summary>
    private async Task<bool> MayReceiveAsync(PassCommand command, CancellationToken ct)
    {
        if (command is not { ToPersonId: { } to, How: Passing.Assigned or Passing.HandedOver })
            return true;
        return await store.FindAsync(ConversationStatements.Load, new { id = command.ConversationId }, ct) is not { } conversation
            || (await people.WhoMayAsync(InboxPermissions.Reply, conversation.ChannelId, command.ToTeamId ?? conversation.TeamId, ct)).Any(p => p.Id == to);
    }

    private static Decision.Refuse NotYours() => new("You do not hold this conversation any more. Nothing was changed.");

    private static Decision To(ConversationRow c, PassCommand command, long? personId, Deed deed, DateTimeOffset at)
    {
        var after = c.HeldBy(personId, at) with { TeamId = command.ToTeamId ?? c.TeamId };
        if (after.HolderId == c.HolderId && after.TeamId == c.TeamId)
            return new Decision.Nothing();
        if (c.Alarms() && after.TeamId != c.TeamId)
            return new Decision.Refuse(Model.Conversation.StaysWhileItAlarms);
        return new Decision.Change(
            after, deed, new ConversationPassed(c.Id, deed.ToString(), c.HolderId, personId, after.TeamId), personId ?? command.ToTeamId, command.Reason);
    }
}
