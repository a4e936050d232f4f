using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Pages of a connector that errs or was lied to: everything is stored, and can be read.</summary>
public sealed class HostileTests
{
    private static readonly string Long = new('x', 10_000);

    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Page_OfHugeValues_IsStoredAndShown(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var huge = Given.Item(Long, Text(2_000_000), Long) with
        {
            VersionId = Long,
            Language = Long,
            ThreadId = Long,
            InReplyTo = Long,
            Permalink = "https://" + Long,
            ReplyHandle = Long,
            RawType = Long,
            Author = new(Long, Long, Long),
            OnPost = new(Long, Long, new(Long, Long, Long), true, DateTimeOffset.MaxValue, "https://" + Long),
            Media = [new(Long, Long, Long, long.MaxValue)],
            NetworkTime = DateTimeOffset.MinValue,
            Exchange = 99,
            Raw = new byte[3_000_000],
        };
        await AllAreStoredAsync(force, huge, huge with { NetworkId = Long + "y", NetworkTime = DateTimeOffset.MaxValue, Exchange = -1 });

        Assert.All(await force.MessagesAsync(), m =>
        {
            Assert.Equal(2_000_000, m.Text.Length);
            Assert.True(m.NetworkId.Length <= 500 && m.InReplyTo!.Length <= 500 && m.Language!.Length <= 40 && m.ReplyHandle.Length <= 4_000);
            Assert.Null(m.Permalink);
        });
        Assert.All(await force.Store.QueryAsync(Stored.Items, null, Ct), i => Assert.Equal((3_000_000, 0L), (i.Raw.Length, i.ExchangeId)));
    }

    [Theory, Databases]
    public async Task Page_OfMissingValues_IsStoredAndShown(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var empty = Given.Item("m1") with
        {
            NetworkId = null!,
            VersionId = null!,
            Author = null!,
            Text = null!,
            ThreadId = null!,
            ReplyHandle = null!,
            RawType = null!,
            Media = null!,
            OnPost = new(null!, null!, null!, true),
            Recipient = new(null!, null!, null!),
        };
        var other = empty with { NetworkId = "", Raw = "another"u8.ToArray(), Media = [null!, new(null!, null!, null!)] };
        var page = new CollectedPage([empty, null!, other], [null!, new(null!, 0, null!, new byte[5], default, default)], null, false);
        Assert.Equal(2, await force.Get<Intake>().TakeAsync(force.Channels[100], page, Ct));
        Assert.Equal(0, await force.Get<Intake>().TakeAsync(force.Channels[100], new(null!, null!, null, false), Ct));
        Assert.Equal(0, await force.Get<Intake>().TakeAsync(force.Channels[100], page, Ct));

        Assert.Equal(2, (await force.MessagesAsync()).Count);
        await AllAreShownAsync(force);
    }

    [Theory, Databases]
    public async Task Text_WithANul_IsReadToItsEnd_AndIsNoEditWhenItComesAgain(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("m1", "Nothing here\0 but I want to die \uD800") with { Raw = "\"\\u0000\""u8.ToArray() };
        await force.TakeAsync(item);
        await force.TakeAsync(item with { Change = ItemChange.Edited, VersionId = "v" });

        var message = Assert.Single(await force.MessagesAsync());
        Assert.Equal(("Nothing here\uFFFD but I want to die \uFFFD", 1), (message.Text, message.Versions));
        Assert.NotNull(Assert.Single(await force.ConversationsAsync()).FlaggedAt);
        Assert.Equal("\"\\u0000\""u8.ToArray(), (await force.Store.QueryAsync(Stored.Items, null, Ct))[0].Raw);
    }

    [Theory, Databases]
    public async Task Text_ThatIsCut_IsCutBetweenCharacters(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1", "x" + string.Concat(Enumerable.Repeat("🚓", 300))));

        var shown = Assert.Single((await force.ListAsync(new())).Rows).LastText;
        Assert.Equal(199, shown.Length);
        Assert.DoesNotContain('\uFFFD', shown);
    }

    [Theory, Databases]
    public async Task Text_OfAStranger_IsKeptToTheLetter(Dialect dialect)
    {
        string[] texts = ["<script>alert(1)</script>", "\u202Eevil", "'; DROP TABLE Message; --", "{{7*7}}", "%00", "\r\n\t", "ﷺ𒐫", "a\u0301\u0301\u0301", "{\"a\":[[[[]]]]}", ""];
        await using var force = await InboxForce.OpenAsync(dialect);
        await AllAreStoredAsync(force, [.. texts.Select((t, i) => Given.Item($"m{i}", t))]);
        Assert.Equal(texts, (await force.MessagesAsync()).Select(m => m.Text));
    }

    [Theory, Databases]
    public async Task Kind_AndChange_ThatNobodyKnows_AreStored(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await AllAreStoredAsync(force, Given.Item("m1") with { Kind = (ItemKind)77, Change = (ItemChange)77 });
    }

    [Theory, Databases]
    public async Task Attachment_ThatCannotBeKept_HoldsUpNoOther(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        force.Lines.Media["endless"] = new Outcome<MediaContent>.Retry(TimeSpan.MaxValue, "Busy.");
        force.Lines.Media["negative"] = new Outcome<MediaContent>.Retry(TimeSpan.MinValue, "Busy.");
        force.Lines.Media["refused"] = new Outcome<MediaContent>.Refused(Long);
        force.Lines.Media["nothing"] = new Outcome<MediaContent>.Success(null!);
        force.Lines.Media["lies"] = new Outcome<MediaContent>.Success(new("<script>"u8.ToArray(), "image/png"));
        await force.TakeAsync(Given.Item("m1") with { Media = [.. "endless negative refused nothing lies".Split(' ').Select(r => new MediaReference(r, "image/png", "alt"))] });
        await force.Get<FetchAttachments>().FetchAsync(Ct);
        await force.Get<FetchAttachments>().FetchAsync(Ct);

        // They are fetched side by side.
        Assert.Equal(["endless", "lies", "negative", "nothing", "refused"], force.Lines.Fetched.Order(StringComparer.Ordinal));
        var view = await force.Get<ReadConversation>().HandleAsync(InboxForce.Rees, (await force.ConversationsAsync())[0].Id, Ct);
        var states = Assert.Single(view!.Timeline.OfType<Entry.Written>()).Attachments.Select(a => (AttachmentState)a.State);
        Assert.Equal([AttachmentState.Waiting, AttachmentState.Waiting, AttachmentState.GivenUp, AttachmentState.Waiting, AttachmentState.Kept], states);
    }

    private static string Text(int length) => string.Concat(Enumerable.Repeat("want to die 🚓 ", (length / 15) + 1))[..length];

    private static async Task AllAreStoredAsync(InboxForce force, params CollectedItem[] items)
    {
        Assert.Equal(items.Length, await force.TakeAsync(items));
        Assert.Equal(0, await force.TakeAsync(items));
        Assert.Equal(items.Select(i => i.Raw.ToArray()), (await force.Store.QueryAsync(Stored.Items, null, Ct)).Select(i => i.Raw));
        await AllAreShownAsync(force);
    }

    private static async Task AllAreShownAsync(InboxForce force)
    {
        foreach (var row in (await force.ListAsync(new())).Rows)
            Assert.NotNull(await force.Get<ReadConversation>().HandleAsync(InboxForce.Rees, row.Id, Ct));
        await PageTests.CountersEqualARecountAsync(force);
    }
}
