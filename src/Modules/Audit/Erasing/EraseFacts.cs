using FluentValidation;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Erasing;

/// <summary>Erases the details of a run of entries (addresses, purposes, facts), when the time for which they may be kept is over.</summary>
/// <param name="First">The first entry.</param>
/// <param name="Last">The last entry.</param>
/// <param name="Reason">Why they may be erased.</param>
internal sealed record EraseFactsCommand(long First, long Last, string Reason);

internal sealed class EraseFactsValidator : AbstractValidator<EraseFactsCommand>
{
    public EraseFactsValidator()
    {
        RuleFor(c => c.First).GreaterThanOrEqualTo(0);
        RuleFor(c => c.Last).GreaterThanOrEqualTo(c => c.First).WithMessage("The last entry may not come before the first.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("Say why these details may be erased.").MaximumLength(500);
    }
}

/// <summary>Puts the erasure on record; the details go when the ledger has that record, and the leaves stay for ever.</summary>
internal sealed class EraseFacts(Store<AuditModule> store, IValidator<EraseFactsCommand> validator)
{
    public static readonly ActKind Kind = new("audit.erase-facts");

    public async Task HandleAsync(Act act, EraseFactsCommand command, CancellationToken ct)
    {
        await validator.ValidateAndThrowAsync(command, ct);
        await using var session = await store.BeginAsync(act, ct);
        session.Raise(new FactsErased(0, command.First, command.Last, command.Reason));
        await session.CommitAsync(ct);
    }
}
