using FluentValidation;

namespace PoliceSocial.Publishing.Pausing;

/// <summary>Asks that nothing more be published, on any channel.</summary>
internal sealed record PauseCommand(string? Reason);

/// <summary>Says what is missing.</summary>
internal sealed class PauseValidator : AbstractValidator<PauseCommand>
{
    public PauseValidator() => RuleFor(c => c.Reason)
        .NotEmpty().WithMessage("Enter a reason: everybody will ask why nothing goes out")
        .MaximumLength(1_000).WithMessage("The reason must be 1,000 characters or less");
}

/// <summary>Stops everything that goes out, in one act. What was meant to go waits; a second person lets it go on.</summary>
internal sealed class PausePublishing(Store<PublishingModule> store, ActFactory acts, Ids ids, PauseInMemory memory)
{
    public static readonly ActKind Kind = new("publishing.pause-publishing");

    public async Task<PauseOutcome> HandleAsync(Person person, PauseCommand command, CancellationToken ct)
    {
        if (!person.Grants.Allows(PublishingPermissions.Pause))
            return PauseOutcome.NotAllowed;
        var reason = command.Reason!.Trim();
        await using var session = await store.BeginAsync(acts.By(person, Kind, reason), ct);
        if ((await session.QueryAsync(PauseRow.InForce, null, ct)).Any(p => p.ChannelId is null))
            return PauseOutcome.AlreadySo;
        var id = ids.New();
        await session.ExecuteAsync(PauseRow.Insert, new { id, channelId = (long?)null, pausedBy = person.Id, pausedAt = session.Act.At, reason }, ct);
        session.Raise(new PublishingPaused(id, null, reason));
        await session.CommitAsync(ct);
        memory.Forget();
        return PauseOutcome.Done;
    }
}

/// <summary>What came of pausing or resuming.</summary>
internal enum PauseOutcome
{
    Done,
    AlreadySo,
    NotAllowed,

    /// <summary>Whoever paused everything does not let it go on alone.</summary>
    NeedsASecondPerson,
}
