using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Data;
using SkiaSharp;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Pictures that go out with a reply: made anew, described, and part of what is approved.</summary>
public sealed class ReplyPictureTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Picture_IsMadeAnew_Stored_AndHandedOverWithItsDescription(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var c = await force.ConversationAsync();
        byte[] chosen = [.. Drawn(3_000, 1_500), .. "GPS: 52.9,-2.1"u8];
        Assert.IsType<ChangeResult.Done>(await WriteAsync(force, c, new ChosenPicture(chosen, " The closed road ")));

        var reply = Assert.Single(await ReplyTests.RepliesAsync(force, c));
        var handed = (await force.Get<IReplies>().FindAsync(reply.Id, Ct))!;
        var picture = Assert.Single(handed.Pictures!);
        Assert.Equal((1, "image/jpeg", "The closed road", 2_048, 1_024), (picture.Number, picture.MediaType, picture.AltText, picture.Width, picture.Height));
        var bytes = (await force.Get<IReplies>().ReadPictureAsync(reply.Id, 1, Ct))!;
        Assert.Equal("image/jpeg", Picture.TypeOf(bytes));
        Assert.True(bytes.AsSpan().IndexOf("GPS"u8) < 0 && bytes.Length <= force.Lines.Limits.MediaBytes);
        Assert.Equal(Convert.ToBase64String(ReplyToDeliver.DigestOf(reply.Text, handed.Pictures!)), Assert.Single(await force.RaisedAsync<ReplyReady>()).TextSha256);
        Assert.NotEqual(WriteReply.HashOf(reply.Text), WriteReply.HashOf(reply.Text, [.. await RowsAsync(force, reply.Id)]));
        var view = await force.Get<ReadConversation>().HandleAsync(InboxForce.Rees, c.Id, Ct);
        Assert.Single(Assert.Single(view!.Timeline.OfType<Entry.Answer>()).Pictures);
    }

    [Theory, Databases]
    public async Task Picture_ThatMustNotGo_IsRefusedWithTheReply(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var c = await force.ConversationAsync();
        var fine = new ChosenPicture(Drawn(40, 30), "A road");
        foreach (var (pictures, audience, said) in new (ChosenPicture[], Audience, string)[]
        {
            ([new("<script>alert(1)</script>"u8.ToArray(), "A road")], Audience.Public, "no picture that can be published"),
            ([new(new byte[] { 0xFF, 0xD8, 0xFF, 1, 2, 3 }, "A road")], Audience.Public, "cannot be read"),
            ([fine, fine, fine], Audience.Public, "takes 2 pictures"),
            ([fine], Audience.Private, "public reply only"),
            ([new(new byte[Redrawn.LargestUpload + 1], "A road")], Audience.Public, "20 MB"),
        })
        {
            var refused = Assert.IsType<ChangeResult.Refused>(await force.Get<WriteReply>().HandleAsync(
                InboxForce.Rees, new(c.Id, audience, "Closed until six.", c.LastMessageId, false, pictures), Ct));
            Assert.Contains(said, refused.Why, StringComparison.Ordinal);
        }

        Assert.Empty(await ReplyTests.RepliesAsync(force, c));
        Assert.Empty(await force.RaisedAsync<ReplyReady>());
        Assert.False(new WriteReplyValidator().Validate(new WriteReplyCommand(1, Audience.Public, "Closed", 1, false, [new(Drawn(4, 4), " ")])).IsValid);
    }

    [Theory, Databases]
    public async Task Picture_OfAReplyThatWaited_IsPartOfWhatIsApproved(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Channels[100] = Given.Channel(approval: true);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, new ChosenPicture(Drawn(40, 30), "A road"));
        var reply = Assert.Single(await ReplyTests.RepliesAsync(force, c));
        var waits = Assert.Single(await force.RaisedAsync<ReplyAwaitsApproval>());
        await force.Get<DecideReply>().HandleAsync(InboxForce.Okafor, new(reply.Id, ReplyDecision.Approve, null), Ct);

        Assert.Equal(waits.TextSha256, Assert.Single(await force.RaisedAsync<ReplyReady>()).TextSha256);
    }

    [Theory, Databases]
    public async Task Picture_WhoseFileWasChanged_IsNotHandedOver(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var c = await force.ConversationAsync();
        await WriteAsync(force, c, new ChosenPicture(Drawn(40, 30), "A road"));
        var reply = Assert.Single(await ReplyTests.RepliesAsync(force, c));
        var name = Convert.ToHexStringLower((await RowsAsync(force, reply.Id))[0].Sha256);
        await File.AppendAllTextAsync(Path.Combine(force.Get<PoliceSocial.Platform.DataFolder>().Path, "media", name[..2], name), "x", Ct);

        Assert.Null(await force.Get<IReplies>().ReadPictureAsync(reply.Id, 1, Ct));
        Assert.Null(await force.Get<IReplies>().ReadPictureAsync(reply.Id, 2, Ct));
    }

    private static async Task<InboxForce> OpenAsync(Dialect dialect)
    {
        var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Limits = force.Lines.Limits with { MediaCount = 2, MediaBytes = 900_000, MediaTypes = ["image/jpeg", "image/png"] };
        return force;
    }

    private static Task<ChangeResult> WriteAsync(InboxForce force, ConversationRow c, params ChosenPicture[] pictures) =>
        force.Get<WriteReply>().HandleAsync(InboxForce.Rees, new(c.Id, Audience.Public, "Closed until six.", c.LastMessageId, false, pictures), Ct);

    private static Task<IReadOnlyList<ReplyPictureRow>> RowsAsync(InboxForce force, long replyId) =>
        force.Store.QueryAsync(ReplyPictureRow.OfReply, new { replyId }, Ct);

    private static byte[] Drawn(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }
}
