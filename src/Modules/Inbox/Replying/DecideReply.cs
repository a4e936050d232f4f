using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying;

/// <summary>What is decided about a reply that waits.</summary>
internal enum ReplyDecision
{
    // A form that says nothing must not approve.
    Approve = 1,
    Reject,
    Withdraw,
}

/// <summary>Asks that a waiting reply be decided.</summary>
internal sealed record DecideReplyCommand(long ReplyId, ReplyDecision Decision, string? Reason);

/// <summary>Says what is missing in the decision.</summary>
internal sealed class DecideReplyValidator : AbstractValidator<DecideReplyCommand>
{
    public DecideReplyValidator()
    {
        RuleFor(c => c.Decision).IsInEnum().WithMessage("Choose to approve, reject or take back the reply");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Decision == ReplyDecision.Reject).WithMessage("Enter a reason, so that the author can mend the reply");
        RuleFor(c => c.Reason).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>A supervisor approves or rejects a colleague's reply, or its author takes it back. Nobody approves their own.</summary>
internal sealed class DecideReply(Store<InboxModule> store, Timeline timeline, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.decide-reply");

    public async Task<ChangeResult> HandleAsync(Person person, DecideReplyCommand command, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind, command.Reason), ct);
        if (await session.FindAsync(ReplyStatements.Load, new { id = command.ReplyId }, ct) is not { } reply
            || await session.FindAsync(ConversationStatements.Load, new { id = reply.ConversationId }, ct) is not { } conversation)
        {
            return new ChangeResult.NotFound();
        }

        if (WhyNot(person, conversation, reply, command.Decision) is { } refusal)
            return refusal;
        var after = reply with
        {
            State = command.Decision switch
            {
                ReplyDecision.Approve => ReplyState.Going,
                ReplyDecision.Reject => ReplyState.Rejected,
                ReplyDecision.Withdraw => ReplyState.Withdrawn,
            },
            DecidedBy = person.Id,
            Reason = command.Reason,
        };
        if (await session.ExecuteAsync(ReplyStatements.Save, after, ct) != 1)
            return new ChangeResult.Refused("A colleague decided on this reply at the same moment.");
        await timeline.AddAsync(session, conversation.Id, DeedOf(command.Decision), ct, reply.Id, command.Reason);
        var pictures = await session.QueryAsync(ReplyPictureRow.OfReply, new { replyId = reply.Id }, ct);
        session.Raise(command.Decision == ReplyDecision.Approve
            ? new ReplyReady(reply.Id, conversation.Id, reply.ChannelId, reply.Audience.ToString(), WriteReply.HashOf(reply.Text, pictures), person.Id)
            : new ReplyStopped(reply.Id, conversation.Id, command.Decision == ReplyDecision.Withdraw));
        await session.CommitAsync(ct);
        return new ChangeResult.Done(conversation);
    }

    private static ChangeResult? WhyNot(Person person, ConversationRow conversation, ReplyRow reply, ReplyDecision decision)
    {
        if (!person.Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId))
            return new ChangeResult.NotFound();
        if (reply.State != ReplyState.AwaitingApproval)
            return new ChangeResult.Refused("This reply does not wait for a decision any more.");
        if (decision == ReplyDecision.Withdraw)
            return reply.AuthorId == person.Id ? null : new ChangeResult.Refused("Only its author can take a reply back; you can reject it.");
        if (!person.Grants.Allows(InboxPermissions.Approve, conversation.ChannelId, conversation.TeamId))
            return new ChangeResult.NotAllowed(InboxPermissions.Approve);
        return reply.AuthorId == person.Id && decision == ReplyDecision.Approve
            ? new ChangeResult.Refused("Nobody approves their own reply. A colleague must.")
            : null;
    }

    private static Deed DeedOf(ReplyDecision decision) => decision switch
    {
        ReplyDecision.Approve => Deed.ReplyApproved,
        ReplyDecision.Reject => Deed.ReplyRejected,
        ReplyDecision.Withdraw => Deed.ReplyWithdrawn,
    };
}
