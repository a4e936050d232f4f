using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;
using SkiaSharp;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class AttachmentTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Attachment_IsKeptAsReceived_AndShownAsAPictureOfOurs(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        byte[] original = [.. Drawn(), .. "trailing"u8];
        force.Lines.Media["photo"] = new Outcome<MediaContent>.Success(new(original, "image/png"));
        await force.TakeAsync(Given.Item("m1") with { Media = [new("photo", "image/png", "A dog")] });
        await force.Get<FetchAttachments>().FetchAsync(Ct);
        await force.Get<FetchAttachments>().FetchAsync(Ct);

        var hash = SHA256.HashData(original);
        var captured = Assert.Single(await force.RaisedAsync<AttachmentCaptured>());
        Assert.Equal((Convert.ToBase64String(hash), original.Length, "image/png", null), (captured.Sha256, captured.Bytes, captured.FoundType, captured.Problem));
        Assert.Equal(original, await ReadAsync(force.Get<MediaStore>().OpenOriginal(hash)));
        Assert.Equal("image/webp", Picture.TypeOf(await ReadAsync(force.Get<MediaStore>().OpenPreview(hash))));
        Assert.Single(force.Lines.Fetched);
    }

    [Theory, Databases]
    public async Task Attachment_ThatTheNetworkWithholds_IsTriedEightTimesAndThenGivenUp(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Media["photo"] = new Outcome<MediaContent>.Retry(TimeSpan.FromMinutes(1), "Busy.");
        await force.TakeAsync(Given.Item("m1") with { Media = [new("photo", "image/png", "")] });
        for (var i = 0; i < 12; i++)
        {
            await force.Get<FetchAttachments>().FetchAsync(Ct);
            force.Force.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(8, force.Lines.Fetched.Count);
        var captured = Assert.Single(await force.RaisedAsync<AttachmentCaptured>());
        Assert.Null(captured.Sha256);
        Assert.Contains("eight attempts", captured.Problem, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Attachment_LargerThanWasAskedFor_IsNotKept(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Media["film"] = new Outcome<MediaContent>.Success(new(new byte[50_000_001], "video/mp4"));
        await force.TakeAsync(Given.Item("m1") with { Media = [new("film", "video/mp4", "", 12)] });
        await force.Get<FetchAttachments>().FetchAsync(Ct);

        var captured = Assert.Single(await force.RaisedAsync<AttachmentCaptured>());
        Assert.Null(captured.Sha256);
        Assert.Contains("50 MB", captured.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(force.Get<DataFolder>().Path, "media"), "*", SearchOption.AllDirectories));
    }

    [Theory, Databases]
    public async Task Attachment_ThatNeverComes_HoldsUpNoOther_AndIsTriedAgain(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Never.Add("never");
        force.Lines.Media["photo"] = new Outcome<MediaContent>.Success(new(Drawn(), "image/png"));
        await force.TakeAsync(Given.Item("m1") with { Media = [new("never", "image/png", ""), new("photo", "image/png", "")] });
        var fetching = force.Get<FetchAttachments>().FetchAsync(Ct);
        await TestForce.UntilAsync(async () => (await force.RaisedAsync<AttachmentCaptured>()).Count == 1, "the other is kept");
        await force.AdvanceUntilAsync(() => fetching.IsCompleted, "the one that never comes is given up for now");
        await fetching;
        force.Lines.Never.Clear();
        force.Lines.Media["never"] = force.Lines.Media["photo"];
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.Get<FetchAttachments>().FetchAsync(Ct);

        Assert.All(await force.RaisedAsync<AttachmentCaptured>(), a => Assert.Null(a.Problem));
        Assert.Equal(3, force.Lines.Fetched.Count);
    }

    private static byte[] Drawn()
    {
        using var bitmap = new SKBitmap(20, 10);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    private static async Task<byte[]> ReadAsync(FileStream? file)
    {
        Assert.NotNull(file);
        await using (file)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, Ct);
            return memory.ToArray();
        }
    }
}
