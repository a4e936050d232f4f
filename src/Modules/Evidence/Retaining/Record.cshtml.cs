using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Evidence.Disposing;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>One review: what is known of the record, why it may have to stay, and deciding about it. It shows nothing of what was written.</summary>
[Authorize(Policy = EvidencePermissions.Review)]
internal sealed partial class RecordModel(
    ReadReviews reviews, ReadPolicy policies, WhyNotDispose whyNot, RetainRecord retain, ProposeDisposal propose, ConfirmDisposal confirm, ReclassifyRecord reclassify,
    IValidator<RetainCommand> retainRules, IValidator<ProposeCommand> proposeRules, IValidator<ReclassifyCommand> reclassifyRules, IPeople people,
    IOptions<EvidenceOptions> options) : PageModel
{
    private IReadOnlyDictionary<long, string> _names = new Dictionary<long, string>();

    [FromRoute]
    public long Id { get; set; }

    [BindProperty]
    public string[] Reasons { get; set; } = [];

    [BindProperty]
    public string? Rationale { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? DisposalRationale { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewRow Review { get; private set; } = null!;

    public IReadOnlyList<ReviewRow> Earlier { get; private set; } = [];

    public IReadOnlyList<RetentionClassRow> Classes { get; private set; } = [];

    public RetentionClassRow? Its => Classes.FirstOrDefault(c => c.Code == Review.ClassCode);

    public string? WhyNot { get; private set; }

    public bool NeedsSecond => options.Value.DisposalNeedsSecondPerson;

    public bool MayDispose => HttpContext.Person().May(EvidencePermissions.Dispose, Review);

    public bool IsOwn => Review.DecidedBy == HttpContext.Person().Id;

    public string NameOf(long personId) => _names.GetValueOrDefault(personId, "a former colleague");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reviews.FindAsync(HttpContext.Person(), Id, ct) is not { } review)
            return false;
        Review = review;
        Earlier = [.. (await reviews.HistoryAsync(review, ct)).Where(r => r.Id != review.Id)];
        Classes = (await policies.NowAsync(ct)).Classes;
        WhyNot = review.State is ReviewState.Due or ReviewState.Proposed ? (await whyNot.OfAsync(review, ct)).Why : null;
        _names = await people.NamesAsync(Earlier.Append(review).SelectMany(r => new[] { r.DecidedBy, r.ConfirmedBy }).OfType<long>().Distinct(), ct);
        return true;
    }

    private void Take(ValidationResult result, string? rationale = null)
    {
        foreach (var failure in result.Errors)
            ModelState.AddModelError(rationale is not null && failure.PropertyName == nameof(Rationale) ? rationale : failure.PropertyName, failure.ErrorMessage);
    }
}
