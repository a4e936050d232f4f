using FluentValidation;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>What somebody says who asks to see a contact's history.</summary>
/// <param name="Purpose">What for, from the force's list; "other" where it is none of them.</param>
/// <param name="Details">In their own words.</param>
/// <param name="Basis">What entitles them, where they or the force have looked often.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="Because">Why it is contact, and not surveillance.</param>
internal sealed record AskCommand(string? Purpose = null, string? Details = null, LookBasis Basis = LookBasis.NotAsked, string? Reference = null, string? Because = null)
{
    public const string Other = "other";

    /// <summary>The purpose as it is kept.</summary>
    public string? InWords() => (Purpose, Details?.Trim()) switch
    {
        (Other, var details) => details,
        (var purpose, null or "") => purpose,
        (var purpose, var details) => $"{purpose}: {details}",
    };

    public string? Grounds() => Basis switch
    {
        LookBasis.Authority => Reference?.Trim(),
        LookBasis.Contact => Because?.Trim(),
        LookBasis.NotAsked => null,
    };
}

/// <summary>Says what is missing in the answers, in the words of the form.</summary>
internal sealed class AskValidator : AbstractValidator<(AskCommand Said, LookQuestions Asked)>
{
    public const int LongestDetails = 250;
    public const int LongestReference = 100;
    public const int LongestReason = 400;

    public AskValidator()
    {
        RuleFor(x => x.Said.Purpose).Must((x, purpose) => purpose == AskCommand.Other || x.Asked.Policy.Purposes.Contains(purpose)).When(x => x.Asked.Purpose)
            .OverridePropertyName("Purpose").WithMessage("Choose what you need the history for");
        RuleFor(x => x.Said.Details).NotEmpty().When(x => x.Asked.Purpose && x.Said.Purpose == AskCommand.Other)
            .OverridePropertyName("Details").WithMessage("Enter what you need the history for");
        RuleFor(x => x.Said.Details).MaximumLength(LongestDetails)
            .OverridePropertyName("Details").WithMessage($"What you need it for must be {LongestDetails} characters or less");
        RuleFor(x => x.Said.Basis).Must(b => b is LookBasis.Authority or LookBasis.Contact).When(x => x.Asked.Authority)
            .OverridePropertyName("Basis").WithMessage("Choose whether there is an authority, or why none is needed");
        RuleFor(x => x.Said.Reference).NotEmpty().When(x => x.Asked.Authority && x.Said.Basis == LookBasis.Authority)
            .OverridePropertyName("Reference").WithMessage("Enter the reference of the authority");
        RuleFor(x => x.Said.Reference).MaximumLength(LongestReference)
            .OverridePropertyName("Reference").WithMessage($"The reference must be {LongestReference} characters or less");
        RuleFor(x => x.Said.Because).NotEmpty().When(x => x.Asked.Authority && x.Said.Basis == LookBasis.Contact)
            .OverridePropertyName("Because").WithMessage("Enter why this is contact, and not surveillance");
        RuleFor(x => x.Said.Because).MaximumLength(LongestReason)
            .OverridePropertyName("Because").WithMessage($"The reason must be {LongestReason} characters or less");
    }
}

/// <summary>
/// Somebody says what they need a contact's history for, and, where they looked again and again or many did, by what authority or why
/// it is contact and not surveillance. It is on record and counted; the history is then theirs to open for a while.
/// </summary>
internal sealed class AskForHistory(
    Store<InboxModule> store, ReadContact read, LookBook looks, IValidator<(AskCommand Said, LookQuestions Asked)> validator, ActFactory acts, Ids ids,
    TimeProvider clock)
{
    public static readonly ActKind Kind = new("inbox.ask-for-history");

    public async Task<LookResult> HandleAsync(Person person, long contactId, AskCommand said, CancellationToken ct)
    {
        if (await read.FindAsync(person, contactId, ct) is not { } history)
            return new LookResult.NotThere();
        var now = clock.GetUtcNow();
        if (await looks.SittingAsync(person, contactId, now, ct) is not null)
            return new LookResult.Granted();
        var questions = await looks.QuestionsAsync(person, history, now, ct);
        if ((await validator.ValidateAsync((said, questions), ct)).Errors is { Count: > 0 } problems)
            return new LookResult.Asks(questions, problems);
        var look = new LookRow
        {
            Id = ids.New(),
            ContactId = contactId,
            ViewerId = person.Id,
            At = now,
            Purpose = questions.Purpose ? said.InWords() : null,
            Basis = questions.Authority ? said.Basis : LookBasis.NotAsked,
            Grounds = questions.Authority ? said.Grounds() : null,
        };
        await using var session = await store.BeginAsync(acts.By(person, Kind, look.InWords()), ct);
        await LookBook.KeepAsync(session, look, questions.Before, ct);
        await session.CommitAsync(ct);
        return new LookResult.Granted();
    }
}
