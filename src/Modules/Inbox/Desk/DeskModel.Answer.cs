using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Triage;

namespace PoliceSocial.Inbox.Desk;

/// <content>Answering the public, and deciding on colleagues' answers.</content>
internal sealed partial class DeskModel
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How it is answered: <c>public</c>, <c>private</c> or <c>note</c>.</summary>
    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public bool EvenThough { get; set; }

    [BindProperty]
    public long ReplyId { get; set; }

    [BindProperty]
    public ReplyDecision Decision { get; set; }

    /// <summary>The most pictures that the form offers; the network may take fewer.</summary>
    public const int MostPictures = 4;

    /// <summary>True where an earlier answer is on its way, and the author must say that they mean it.</summary>
    public bool AsksEvenThough { get; private set; }

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken ct)
    {
        if (Way == "note")
            return await OnPostNoteAsync(ct);
        var audience = Way switch { "public" => Model.Audience.Public, "private" => Model.Audience.Private, _ => (Audience)0 };
        var command = new WriteReplyCommand(Id ?? 0, audience, Text ?? "", Seen, EvenThough, await PicturesAsync(ct));
        if (!await IsValidAsync(desk.ReplyRules, command, nameof(Text), ct))
            return await ShowAsync(ct);
        try
        {
            var result = await desk.WriteReply.HandleAsync(Person, command, ct);

            // The page that says so shows what is new; sent again from there, it is not refused for the same.
            if (result is ChangeResult.Refused { Why: WriteReply.Passed })
                Seen = 0;
            return await AnswerAsync(result, "Your reply is on its way.", nameof(Text), ct);
        }
        catch (ReplyUnderWayException e)
        {
            AsksEvenThough = true;
            ModelState.AddModelError(nameof(Text), e.Message);
            return await ShowAsync(ct);
        }
    }

    /// <summary>What was chosen in the form, in its order.</summary>
    private async Task<IReadOnlyList<ChosenPicture>> PicturesAsync(CancellationToken ct)
    {
        var chosen = new List<ChosenPicture>();
        for (var n = 1; Request.HasFormContentType && n <= MostPictures; n++)
        {
            var name = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Request.Form.Files.GetFile($"Picture{name}") is not { Length: > 0 } file)
                continue;

            // One byte more than is taken tells that it is too large; the rest of it is not read.
            using var bytes = new MemoryStream();
            await using var stream = file.OpenReadStream();
            var buffer = new byte[81_920];
            for (int read; bytes.Length <= Redrawn.LargestUpload && (read = await stream.ReadAsync(buffer, ct)) > 0;)
                bytes.Write(buffer, 0, read);
            chosen.Add(new(bytes.ToArray(), Request.Form[$"Alt{name}"].ToString()));
        }

        return chosen;
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        var command = new DecideReplyCommand(ReplyId, Decision, Reason);
        if (!await IsValidAsync(desk.DecideRules, command, nameof(Reason), ct))
            return await ShowAsync(ct);
        var done = Decision switch
        {
            ReplyDecision.Approve => "Approved: the reply is on its way.",
            ReplyDecision.Reject => "Rejected. Its author can read why.",
            ReplyDecision.Withdraw => "You took the reply back. Nothing was published.",
        };
        return await AnswerAsync(await desk.DecideReply.HandleAsync(Person, command, ct), done, nameof(Reason), ct);
    }
}
