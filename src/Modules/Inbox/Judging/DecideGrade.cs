using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Inbox.Judging;

/// <summary>Decides about a message that triage judged.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MessageId">The message.</param>
/// <param name="How">Agreed, another grade, or no emergency.</param>
/// <param name="Grade">The other grade's code.</param>
/// <param name="Why">The reason; needed unless they agree.</param>
internal sealed record DecideGradeCommand(long ConversationId, long MessageId, Deciding How, string? Grade, string? Why);

/// <summary>Says what is wrong with the command.</summary>
internal sealed class DecideGradeValidator : AbstractValidator<DecideGradeCommand>
{
    public DecideGradeValidator(IGrades grades)
    {
        RuleFor(c => c.How).Must(h => h is Deciding.Agreed or Deciding.OtherGrade or Deciding.NoEmergency).WithMessage("Choose a grade, or that it needs none");
        RuleFor(c => c.Grade).Must(g => grades.All.Any(k => k.Code == g)).When(c => c.How == Deciding.OtherGrade).WithMessage("Choose a grade from the list");
        RuleFor(c => c.Why).NotEmpty().When(c => c.How != Deciding.Agreed).WithMessage("Enter why you decide otherwise");
        RuleFor(c => c.Why).MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
    }
}

/// <summary>
/// A person on the desk decides what a judged message is: as suggested, another grade, or no emergency. Suggestion and decision are both
/// kept. An alarm that still stands is acknowledged with it, in their name.
/// </summary>
internal sealed class DecideGrade(ConversationDesk desk, IGrades grades, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.decide-grade");

    public Task<ChangeResult> HandleAsync(Person person, DecideGradeCommand command, CancellationToken ct)
    {
        var act = acts.By(person, Kind);
        JudgementRow? decided = null;
        return desk.ChangeAsync(
            act, person, InboxPermissions.Acknowledge, command.ConversationId,
            async (session, c) =>
            {
                var row = await session.FindAsync(JudgementStatements.Load, new { messageId = command.MessageId }, ct);
                if (row?.ConversationId != c.Id)
                    return new Decision.Refuse("Triage says nothing about this message any more. Load the page again.");
                if (command.How == Deciding.Agreed && row.Grade is null)
                    return new Decision.Refuse("No grade is suggested for this message: choose one, or say that it needs none.");
                decided = Decided(row, command, act);
                return new Decision.Change(Noted(c, act), Deed.Decided, EventOf(decided), Detail: Told(decided));
            },
            async (session, before, after) =>
            {
                await session.ExecuteAsync(JudgementStatements.Decide, decided!, ct);
                if (before.Alarms() && !after.Alarms())
                    session.Raise(new FlagAcknowledged(before.Id, (act.At - before.FlaggedAt!.Value).TotalSeconds));
            },
            ct);
    }

    public static JudgementDecided EventOf(JudgementRow row) => new(
        row.MessageId, row.ConversationId, row.Model, row.Grade, row.Likelihood, row.Decision.ToString()!, row.DecidedGrade, row.IncidentId);

    private static JudgementRow Decided(JudgementRow row, DecideGradeCommand command, Act act) => row with
    {
        Decision = command.How,
        DecidedGrade = command.How switch { Deciding.Agreed => row.Grade, Deciding.OtherGrade => command.Grade, _ => null },
        DecidedBy = act.Actor.Id,
        DecidedAt = act.At,
        Why = string.IsNullOrWhiteSpace(command.Why) ? null : command.Why.Trim(),
        IncidentId = null,
    };

    private static ConversationRow Noted(ConversationRow c, Act act) =>
        c.Alarms() ? c with { AcknowledgedAt = act.At, AcknowledgedBy = act.Actor.Id } : c;

    private string Told(JudgementRow row)
    {
        var grade = row.DecidedGrade is { } code ? grades.All.FirstOrDefault(g => g.Code == code)?.Name ?? code : "no emergency";
        return row.Why is { } why ? $"{grade}: {why}" : grade;
    }
}
