using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Desk;

/// <summary>The desk: queues, a list, and one conversation. Each sort of act has a file of its own.</summary>
[Authorize(Policy = InboxPermissions.Read)]
[RequestSizeLimit(MostPictures * (Redrawn.LargestUpload + 1_000_000L))]
internal sealed partial class DeskModel(
    ReadQueue readQueue, ReadConversation readConversation, InboxCounts readCounts, SavedViews savedViews, Presence presence, IPeople people,
    ReplyLimits replyLimits, IConversationIncidents incidents, ReadClocks readClocks, DeskActs desk)
    : PageModel
{
    [FromQuery(Name = "list")]
    public Listing Listing { get; set; }

    [FromQuery(Name = "channel")]
    public long? ChannelId { get; set; }

    [FromQuery(Name = "audience")]
    public Audience? Audience { get; set; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    [FromRoute(Name = "id")]
    public long? Id { get; set; }

    public Person Person => HttpContext.Person();

    public QueueFilter Filter => new() { Listing = Listing, ChannelId = ChannelId, Audience = Audience, Tag = Tag, Words = Words, Before = Before };

    public QueuePage List { get; private set; } = null!;

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<SavedViewRow> Views { get; private set; } = [];

    public ConversationView? Conversation { get; private set; }

    public PublishLimits? Limits { get; private set; }

    public IReadOnlyList<PersonSummary> Colleagues { get; private set; } = [];

    public IReadOnlyList<TeamSummary> Teams { get; private set; } = [];

    public string? OthersHere { get; private set; }

    /// <summary>The incidents that the open conversation is part of.</summary>
    public IReadOnlyList<LinkedIncident> Incidents { get; private set; } = [];

    /// <summary>When what first happened to the open conversation.</summary>
    public ConversationClocks? Clocks { get; private set; }

    public IConversationIncidents Incident => incidents;

    public bool May(string permission) =>
        Conversation is { Conversation: var c } && Person.Grants.Allows(permission, c.ChannelId, c.TeamId);

    public bool IsMine => Conversation?.Conversation.HolderId == Person.Id;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            Conversation = await readConversation.HandleAsync(Person, id, ct);
            if (Conversation is null)
                return NotFound();
            await ReadAroundAsync(Conversation, ct);
        }

        List = await readQueue.HandleAsync(Person, Filter, ct);
        Counts = await CountsAsync(ct);
        await ReadJudgementsAsync(ct);
        Views = await savedViews.OfAsync(Person, ct);
        return Page();
    }

    private async Task ReadAroundAsync(ConversationView view, CancellationToken ct)
    {
        var channelId = view.Conversation.ChannelId;
        Limits = await replyLimits.OfAsync(channelId, ct);
        Colleagues = [.. (await people.WhoMayAsync(InboxPermissions.Reply, channelId, view.Conversation.TeamId, ct)).Where(p => p.Id != Person.Id)];
        Teams = await people.TeamsAsync(ct);
        Incidents = await incidents.OfAsync(Person, view.Conversation.Id, ct);
        Clocks = await readClocks.HandleAsync(view.Conversation.Id, ct);
        presence.Reads(Person, view.Conversation.Id);
        OthersHere = presence.Others(Person, view.Conversation.Id);
    }

    /// <summary>Answers a form: on success back to the conversation with a word of confirmation; else the page again, with all that was typed.</summary>
    private async Task<IActionResult> AnswerAsync(ChangeResult result, string done, string field, CancellationToken ct)
    {
        switch (result)
        {
            case ChangeResult.Done { UndoId: var undoId }:
                Confirm(done, undoId, BackToConversation());
                return Redirect(BackToConversation());
            case ChangeResult.NotFound:
                return NotFound();
            case ChangeResult.NotAllowed:
                return Forbid();
            case ChangeResult.Refused refused:
                ModelState.AddModelError(field, refused.Why);
                return await ShowAsync(ct);
            default:
                throw new InvalidOperationException($"There is no answer to {result.GetType().Name}.");
        }
    }

    /// <summary>Says on the next page what was done, with a way to undo it where there is one.</summary>
    private void Confirm(string done, long? undoId, string back)
    {
        TempData["Flash"] = done;
        if (undoId is { } id)
            TempData["Undo"] = UndoModel.Address(id, back);
    }

    private string BackToConversation() => $"/inbox/{Id}{Filter.ToQuery()}";

    private async Task<bool> IsValidAsync<T>(FluentValidation.IValidator<T> validator, T command, string field, CancellationToken ct)
    {
        var result = await validator.ValidateAsync(command, ct);
        foreach (var error in result.Errors)
            ModelState.AddModelError(field, error.ErrorMessage);
        return result.IsValid;
    }
}
