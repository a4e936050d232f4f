using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;

namespace PoliceSocial.Inbox.Desk;

/// <content>Who holds a conversation, and where it stands.</content>
internal sealed partial class DeskModel
{
    /// <summary>Beyond what the rules allow, and within the calendar.</summary>
    private const double MostHours = 100_000;

    [BindProperty]
    public Passing How { get; set; }

    [BindProperty]
    public long? ToPerson { get; set; }

    [BindProperty]
    public long? ToTeam { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public ConversationState To { get; set; }

    /// <summary>Hours to put it off for; 0 for none.</summary>
    [BindProperty]
    public double Hours { get; set; }

    public async Task<IActionResult> OnPostClaimAsync(CancellationToken ct) =>
        await AnswerAsync(await desk.Claim.HandleAsync(Person, Id ?? 0, ct), "You hold this conversation.", "", ct);

    public async Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken ct) =>
        await AnswerAsync(await desk.Acknowledge.HandleAsync(Person, Id ?? 0, ct), "The alarm is acknowledged in your name.", "", ct);

    public async Task<IActionResult> OnPostPassAsync(CancellationToken ct)
    {
        var command = new PassCommand(Id ?? 0, How, ToPerson, ToTeam, Reason);
        if (!await IsValidAsync(desk.PassRules, command, nameof(Reason), ct))
            return await ShowAsync(ct);
        var done = How switch
        {
            Passing.Assigned => "It is assigned.",
            Passing.HandedOver => "It is handed over.",
            Passing.TakenOver => "You hold this conversation now.",
            Passing.Released => "Nobody holds this conversation now.",
        };
        return await AnswerAsync(await desk.Pass.HandleAsync(Person, command, ct), done, nameof(Reason), ct);
    }

    public async Task<IActionResult> OnPostMoveAsync([FromServices] TimeProvider clock, CancellationToken ct)
    {
        var command = new MoveCommand(Id ?? 0, To, Hours > 0 ? clock.GetUtcNow().AddHours(Math.Min(Hours, MostHours)) : null);
        if (!await IsValidAsync(desk.MoveRules, command, nameof(To), ct))
            return await ShowAsync(ct);
        var done = To switch
        {
            ConversationState.Resolved => "It is resolved. It comes back by itself when they write again.",
            ConversationState.Waiting when Hours > 0 => string.Create(CultureInfo.CurrentCulture, $"It is put off for {Hours} hours."),
            ConversationState.Waiting => "It waits until they write again.",
            ConversationState.Open or ConversationState.Unread => "It is open.",
        };
        return await AnswerAsync(await desk.Move.HandleAsync(Person, command, ct), done, nameof(To), ct);
    }

    public async Task<IActionResult> OnPostSeveralAsync([FromForm] long[] ids, CancellationToken ct)
    {
        if (!Enum.IsDefined(To))
            return BadRequest();
        var result = await desk.MoveSeveral.HandleAsync(Person, ids, To, ct);
        var moved = string.Create(CultureInfo.CurrentCulture, $"{result.Moved.Count} changed.");
        var back = $"/inbox{Filter.ToQuery()}";
        Confirm(
            result.Kept.Count == 0
                ? moved
                : string.Create(CultureInfo.CurrentCulture, $"{moved} {result.Kept.Count} kept as they were: {result.Kept[0].Why}"),
            result.UndoId, back);
        return Redirect(back);
    }
}
