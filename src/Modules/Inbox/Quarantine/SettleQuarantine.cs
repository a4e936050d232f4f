using FluentValidation;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>Asks that something kept aside come to an end.</summary>
/// <param name="Id">What is kept.</param>
/// <param name="TryAgain">True to store it in the inbox, false to set it aside as dealt with.</param>
/// <param name="Reason">What was done about it, where it is set aside.</param>
internal sealed record SettleCommand(long Id, bool TryAgain, string? Reason);

/// <summary>Says what is missing in the command.</summary>
internal sealed class SettleValidator : AbstractValidator<SettleCommand>
{
    public SettleValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.TryAgain).WithMessage("Enter what was done about it: the message never reaches the queue");
        RuleFor(c => c.Reason).MaximumLength(1_000).WithMessage("What was done must be 1,000 characters or less");
    }
}

/// <summary>Somebody has what was kept aside stored after all, or says what they did about it. The bytes stay either way.</summary>
internal sealed class SettleQuarantine(Store<InboxModule> store, IChannels channels, Intake intake, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.settle-quarantine");
    private const string Gone = "Somebody has dealt with it already.";

    /// <summary>Why it is not done; null where it is.</summary>
    public async Task<ChangeResult?> HandleAsync(Person person, SettleCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(QuarantineStatements.Load, new { id = command.Id }, ct) is not { } row
            || await channels.FindAsync(row.ChannelId, ct) is not { } channel || !person.Grants.Allows(InboxPermissions.Read, channel.Id, channel.TeamId))
        {
            return new ChangeResult.NotFound();
        }

        if (!person.Grants.Allows(InboxPermissions.Acknowledge, channel.Id, channel.TeamId))
            return new ChangeResult.NotAllowed(InboxPermissions.Acknowledge);
        if (row.State != QuarantineState.Waiting)
            return new ChangeResult.Refused(Gone);
        if (command.TryAgain && await StoreAsync(channel, row, ct) is { } why)
            return new ChangeResult.Refused(why);
        return await SettleAsync(person, row, command, ct) ? null : new ChangeResult.Refused(Gone);
    }

    /// <summary>Stores it like anything that is collected; why that failed, or null.</summary>
    private async Task<string?> StoreAsync(ChannelSummary channel, QuarantinedRow row, CancellationToken ct)
    {
        if (ItemText.Read(row.Reading, row.Raw) is not { } item)
            return "What the connector read in it was not kept, only its bytes. Read them, do what is needed, and set it aside.";
        try
        {
            await intake.TakeAloneAsync(channel, item, [], ct);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"It still cannot be stored ({e.GetType().Name}). It stays here; its bytes are safe.";
        }
    }

    private async Task<bool> SettleAsync(Person person, QuarantinedRow row, SettleCommand command, CancellationToken ct)
    {
        var state = command.TryAgain ? QuarantineState.Stored : QuarantineState.SetAside;
        await using var session = await store.BeginAsync(acts.By(person, Kind, command.Reason), ct);
        var settled = await session.ExecuteAsync(
            QuarantineStatements.Settle, new { id = row.Id, state, at = session.Act.At, personId = person.Id, reason = command.Reason?.Trim() }, ct);
        if (settled == 0)
            return false;
        var left = await session.FindAsync(QuarantineStatements.Left, new { channelId = row.ChannelId }, ct);
        session.Raise(new QuarantineSettled(row.Id, row.ChannelId, command.TryAgain, left));
        await session.CommitAsync(ct);
        return true;
    }
}
