using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MimeKit;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Asks that alarms go on so from now on.</summary>
/// <param name="Version">The version that was on the screen; 0 where nobody had changed the shipped one.</param>
/// <param name="Policy">What is to hold.</param>
internal sealed record ChangeAlarmPolicyCommand(int Version, AlarmPolicy Policy);

/// <summary>Says what is wrong with a policy, in the words of the form.</summary>
internal sealed class ChangeAlarmPolicyValidator : AbstractValidator<ChangeAlarmPolicyCommand>
{
    private const int LongestAddresses = 1_900;

    public ChangeAlarmPolicyValidator(AlarmOptions options)
    {
        RuleFor(c => c.Policy.Steps).NotEmpty().WithMessage("Enter at least one step: without any, an alarm that nobody acknowledges reaches nobody else");
        RuleFor(c => c.Policy.Steps).Must(s => s.Count <= AlarmPolicy.MostSteps).WithMessage($"Enter at most {AlarmPolicy.MostSteps} steps");
        RuleFor(c => c.Policy.Steps).Must(s => s.Zip(s.Skip(1)).All(p => p.First.Seconds < p.Second.Seconds)).WithMessage("Enter the steps in order: each must come later than the one before");
        RuleForEach(c => c.Policy.Steps).ChildRules(step =>
        {
            step.RuleFor(s => s.Seconds).InclusiveBetween(10, 3_600).WithMessage("A step comes between 10 and 3,600 seconds after the alarm");
            step.RuleFor(s => s.Name).NotEmpty().WithMessage("Say in a few words whom each step reaches");
            step.RuleFor(s => s.Name).MaximumLength(100).WithMessage("What a step is called must be 100 characters or less");
            step.RuleFor(s => s.Audience).Must(AlarmAudience.IsKnown).WithMessage("Choose whose screens a step reaches");
            step.RuleForEach(s => s.Addresses).Must(a => MailboxAddress.TryParse(a, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal) && !a.Contains(',', StringComparison.Ordinal))
                .WithMessage((_, a) => $"“{a}” is not an address of e-mail");
            step.RuleFor(s => s.Addresses).Must(a => string.Join(',', a).Length <= LongestAddresses).WithMessage("There are too many addresses in one step: use a list of the mail server");
        });
        RuleFor(c => c.Policy.RepeatMinutes).InclusiveBetween(0, 240).WithMessage("The last step is repeated every 1 to 240 minutes, or with 0 never");
        RuleFor(c => c.Policy.HookAddress).Must(a => a is null || (SignedPost.IsSafe(a) && a.Length <= 1_000)).WithMessage("The hook needs an address that begins with https");
        RuleFor(c => c.Policy.HookAddress).Must(a => a is null || options.HookSecret.Length > 0)
            .WithMessage("The hook needs a secret that signs it: have Inbox:Alarming:HookSecret put into the configuration first");
    }
}

/// <summary>An administrator decides whom an alarm reaches that nobody acknowledges. It holds for alarms that stand already, too.</summary>
internal sealed class ChangeAlarmPolicy(Store<InboxModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.change-alarm-policy");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO inbox.AlarmPolicy (Version, Definition, ChangedAt, ChangedBy)
        SELECT @version, @definition, @at, @personId
        WHERE NOT EXISTS (SELECT 1 FROM inbox.AlarmPolicy WHERE Version >= @version)
        """);

    /// <summary>False where a colleague changed it meanwhile.</summary>
    public async Task<bool> HandleAsync(Person person, ChangeAlarmPolicyCommand command, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var (version, definition) = (command.Version + 1, command.Policy.ToJson());
        if (await session.ExecuteAsync(Insert, new { version, definition, at = session.Act.At, personId = person.Id }, ct) != 1)
            return false;
        session.Raise(new AlarmPolicyChanged(version, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(definition)))));
        await session.CommitAsync(ct);
        return true;
    }
}
