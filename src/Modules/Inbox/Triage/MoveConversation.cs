using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Triage;

/// <summary>Asks that a conversation stand elsewhere.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="To">Where.</param>
/// <param name="SnoozeUntil">With <see cref="ConversationState.Waiting"/>: when it becomes work again, or null for when the other side writes.</param>
internal sealed record MoveCommand(long ConversationId, ConversationState To, DateTimeOffset? SnoozeUntil);

/// <summary>Says what is wrong with the command.</summary>
internal sealed class MoveValidator : AbstractValidator<MoveCommand>
{
    public MoveValidator(TimeProvider clock)
    {
        RuleFor(c => c.To).IsInEnum().NotEqual(ConversationState.Unread).WithMessage("Choose open, waiting or resolved");
        RuleFor(c => c.SnoozeUntil).GreaterThan(_ => clock.GetUtcNow()).When(c => c.SnoozeUntil is not null)
            .WithMessage("Choose a time that is still to come");
        RuleFor(c => c.SnoozeUntil).LessThan(_ => clock.GetUtcNow().AddDays(90)).When(c => c.SnoozeUntil is not null)
            .WithMessage("Choose a time within the next 90 days");
    }
}

/// <summary>An operator resolves a conversation, lets it wait, puts it off or opens it again. What is flagged and not acknowledged stays.</summary>
internal sealed class MoveConversation(Store<InboxModule> store, ConversationDesk desk, IConversationIncidents incidents, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.move-conversation");

    public Task<ChangeResult> HandleAsync(Person person, MoveCommand command, CancellationToken ct) =>
        HandleAsync(acts.By(person, Kind), person, command, ct);

    /// <summary>The same as one of several that are moved in one act.</summary>
    public async Task<ChangeResult> HandleAsync(Act act, Person person, MoveCommand command, CancellationToken ct)
    {
        var unassessed = await WhyNotResolveAsync(command, ct);
        return await desk.ChangeAsync(
            act, person, InboxPermissions.Tag, command.ConversationId, c => Decide(c, person, command, unassessed), ct);
    }

    /// <param name="c">The conversation.</param>
    /// <param name="person">Who moves it.</param>
    /// <param name="command">Where to.</param>
    /// <param name="unassessed">Why what is flagged cannot be resolved yet, or null.</param>
    public static Decision Decide(ConversationRow c, Person person, MoveCommand command, string? unassessed = null)
    {
        if (c.HolderId is { } holder && holder != person.Id)
            return new Decision.Refuse("A colleague holds this conversation. Nothing was changed; take it over with a reason if you must.");
        if (c.Alarms() && command.To is ConversationState.Resolved or ConversationState.Waiting)
            return new Decision.Refuse("This conversation is flagged as a risk. Acknowledge the alarm first, so that it is on record who saw it.");
        if (c.FlaggedAt is not null && command.SnoozeUntil is not null)
            return new Decision.Refuse("A conversation that is flagged as a risk cannot be put off.");
        if (c.State == command.To && c.SnoozedUntil == command.SnoozeUntil)
            return new Decision.Nothing();
        if (c.FlaggedAt is not null && command.To == ConversationState.Resolved && unassessed is not null)
            return new Decision.Refuse(unassessed);
        var after = c.Moved(command.To, command.SnoozeUntil);
        return new Decision.Change(
            after, DeedOf(command), new ConversationStateChanged(c.Id, c.State.ToString(), after.State.ToString(), after.SnoozedUntil),
            Detail: command.SnoozeUntil?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Asked before the session begins: in it, no other module is called.</summary>
    private async Task<string?> WhyNotResolveAsync(MoveCommand command, CancellationToken ct) =>
        command.To == ConversationState.Resolved
        && await store.FindAsync(ConversationStatements.Load, new { id = command.ConversationId }, ct) is { FlaggedAt: { } flaggedAt }
            ? await incidents.WhyNotResolveAsync(command.ConversationId, flaggedAt, ct)
            : null;

    private static Deed DeedOf(MoveCommand command) => command.To switch
    {
        ConversationState.Resolved => Deed.Resolved,
        ConversationState.Waiting => command.SnoozeUntil is null ? Deed.SetWaiting : Deed.Snoozed,
        ConversationState.Open or ConversationState.Unread => Deed.Reopened,
    };
}
