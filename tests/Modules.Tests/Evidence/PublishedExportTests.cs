using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing;
using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.Model;

namespace PoliceSocial.Modules.Tests.Evidence;

/// <summary>What we published as evidence: our answer with its picture, what the network said, and what it showed before it was deleted.</summary>
public sealed class PublishedExportTests
{
    private const string Answered = """{"uri":"at://force/1","cid":"bafy-answered"}""";
    private const string ShownThen = """{"uri":"at://force/1","likes":7,"cid":"bafy-shown"}""";
    private static readonly Person Officer = TestForce.Staff(1, [.. EvidencePermissions.All.Select(p => p.Key), "inbox.read"]);
    private static readonly byte[] Picture = "a picture of ours"u8.ToArray();

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Export_HoldsWhatTheNetworkSaidAndShowed_AndOurPictures(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (conversation, reply) = await AnsweredAsync(force);
        Assert.IsType<MarkOutcome.Marked>(await force.Get<MarkExhibit>().HandleAsync(
            Officer, new(SubjectKind.Post, reply, ExhibitTarget.Post, reply, "SR", "Our answer", "CPIA 1996", true, null, true), Ct));
        var files = await ExportAsync(force, conversation);

        var warc = Encoding.UTF8.GetString(files.Single(f => f.Key.EndsWith(".warc", StringComparison.Ordinal)).Value);
        Assert.Contains(Answered, warc, StringComparison.Ordinal);
        Assert.Contains(ShownThen, warc, StringComparison.Ordinal);
        Assert.Contains("about: What the network showed before it was asked to delete it", warc, StringComparison.Ordinal);
        var timeline = Encoding.UTF8.GetString(files["data/timeline.json"]);
        Assert.Contains("What the network showed before", timeline, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ShownThen))), timeline, StringComparison.Ordinal);
        Assert.Contains("\"exhibit\":\"SR/1\"", timeline, StringComparison.Ordinal);
        Assert.Equal(Picture, Assert.Single(files, f => f.Key.StartsWith("data/media/ours-", StringComparison.Ordinal)).Value);
        Assert.Contains("The closed road", Encoding.UTF8.GetString(files["data/account/account.html"]), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Redaction_OfOurAnswer_LeavesNothingOfIt(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (conversation, reply) = await AnsweredAsync(force);
        var files = await ExportAsync(force, conversation, new RedactionRow { Kind = RedactionKind.Message, TargetId = reply, Why = "names a victim" });
        foreach (var gone in new[] { "Thank you, Xanthippe", "bafy-answered", "bafy-shown", Encoding.UTF8.GetString(Picture), "The closed road" })
            Assert.All(files, f => Assert.True(f.Value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(gone)) < 0, $"{f.Key} still holds {gone}"));
    }

    private static async Task<(long Conversation, long Reply)> AnsweredAsync(InboxForce force)
    {
        var c = await force.ConversationAsync();
        await force.Get<WriteReply>().HandleAsync(InboxForce.Rees, new(c.Id, Audience.Public, "Thank you, Xanthippe", c.LastMessageId, false, []), Ct);
        var reply = Assert.Single(await ReplyTests.RepliesAsync(force, c)).Id;
        var hash = await force.Get<MediaStore>().KeepAsync(Picture, Ct);
        await using (var inbox = await force.Store.BeginBookkeepingAsync("a picture of a test", Ct))
        {
            await inbox.ExecuteAsync(ReplyPictureRow.Insert, new ReplyPictureRow
            {
                ReplyId = reply,
                Number = 1,
                Sha256 = hash,
                Bytes = Picture.Length,
                MediaType = "image/jpeg",
                AltText = "The closed road",
                Width = 4,
                Height = 3,
            }, Ct);
            await inbox.CommitAsync(Ct);
        }

        var delivery = Delivery(reply, c.Id);
        var deletion = new DeletionRow
        {
            Id = reply + 2,
            DeliveryId = reply,
            ChannelId = 100,
            NetworkId = "at://force/1",
            AskedBy = 1,
            AskedAt = TestForce.Start,
            Reason = "x",
            State = DeliveryState.Sent,
            StateSince = TestForce.Start,
            Attempts = 1,
            Looks = 0,
            Version = 1,
        };
        await using var session = await force.Get<Store<PublishingModule>>().BeginBookkeepingAsync("a delivery of a test", Ct);
        await session.ExecuteAsync(DeliveryStatements.Insert, delivery, Ct);
        await session.ExecuteAsync(ReceiptRow.Insert, ReceiptRow.Of(reply, Seen(Answered), TestForce.Start), Ct);
        await session.ExecuteAsync(CaptureRow.Insert, CaptureRow.Of(reply + 1, deletion, delivery, "", Seen(ShownThen), Shown.Post, null), Ct);
        await session.CommitAsync(Ct);
        return (c.Id, reply);
    }

    private static Published Seen(string receipt) => new("at://force/1", "https://fake.example/1", TestForce.Start, Encoding.UTF8.GetBytes(receipt));

    private static DeliveryRow Delivery(long reply, long conversation) => new()
    {
        Id = reply,
        Turn = reply,
        Kind = DeliveryKind.PublicReply,
        ChannelId = 100,
        ConversationId = conversation,
        Text = "Thank you, Xanthippe",
        ReplyHandle = "",
        AskedBy = 1,
        IntendedAt = TestForce.Start,
        State = DeliveryState.Sent,
        StateSince = TestForce.Start,
        Attempts = 1,
        WasUnknown = false,
        NetworkId = "at://force/1",
        Reconciled = false,
        ByHand = false,
        Looks = 0,
        Version = 1,
    };

    private static async Task<Dictionary<string, byte[]>> ExportAsync(InboxForce force, long conversation, params RedactionRow[] redactions)
    {
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, new([conversation], "CPS", "CPIA 1996", "disclosure", null, true, redactions), Ct))!.Value;
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        var export = (await force.Get<ReadExports>().FindAsync(Officer, id, EvidencePermissions.Read, Ct))!.Export;
        Assert.True(export.State == ExportState.Ready, export.Problem);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(force.Get<BagFolder>().PathOf(id), Ct);
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Ct);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            files[entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..]] = bytes.ToArray();
        }

        return files;
    }
}
