using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Evidence.Making;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Evidence;

/// <summary>What is kept of networks' answers, from the connector to the bag.</summary>
public sealed class AnswerTests
{
    private const string Secret = "hunter2-do-not-keep";
    private static readonly Person Officer = TestForce.Staff(1, [.. EvidencePermissions.All.Select(p => p.Key)]);

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Answer_OfOnePersonsMessages_IsInTheBagByteForByte(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var body = await TakeAsync(force, """{ "feed": [ITEM0,  ITEM1], "cursor": "x" }""", Given.Item("m1", "one"), Given.Item("m2", "two") with { InReplyTo = "m1" });
        var warc = await WarcAsync(force);
        Assert.True(warc.AsSpan().IndexOf(body) >= 0, "The answer as received is not in the bag.");
        Assert.Contains("WARC-Type: response", Encoding.UTF8.GetString(warc), StringComparison.Ordinal);
        Assert.Contains("answer: whole, byte for byte as received", Encoding.UTF8.GetString(warc), StringComparison.Ordinal);
        Assert.DoesNotContain("WARC-Truncated", Encoding.UTF8.GetString(warc), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Answer_WithOtherPeoplesMessagesAndATokenInIt_IsKeptWithoutThem(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await TakeAsync(
            force, $$"""{"accessJwt":"{{Secret}}","feed":[ITEM0,{"id":"z","by":"heron","text":"a stranger's"},ITEM1],"profile":{"name":"Heron"},"cursor":"x"}""",
            Given.Item("m1", "one"), Given.Item("m2", "two", "lark"));
        var stored = Assert.Single(await force.Store.QueryAsync(PoliceSocial.Inbox.Evidence.MaterialStatements.Frames, new { ids = await ExchangesAsync(force) }, Ct));
        var frame = Encoding.UTF8.GetString(stored.Frame);
        Assert.DoesNotContain("stranger", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("Heron", frame, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, frame, StringComparison.Ordinal);
        Assert.DoesNotContain("one", frame, StringComparison.Ordinal);

        var warc = Encoding.UTF8.GetString(await WarcAsync(force));
        Assert.Contains("WARC-Truncated: unspecified", warc, StringComparison.Ordinal);
        var shown = $$"""{"accessJwt":"***","feed":[{{Encoding.UTF8.GetString(Given.Item("m1", "one").Raw.Span)}},null,null],"profile":null,"cursor":"x"}""";
        Assert.Contains(shown, warc, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoding.UTF8.GetString(Given.Item("m2", "two", "lark").Raw.Span), warc, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON at all ITEM0")]
    [InlineData("""{"feed":[]}""")]
    [InlineData("""{"feed":[ITEM0]""")]
    [InlineData("")]
    public void Answer_InWhichNoItemIsFound_IsNotKept(string text)
    {
        var item = Given.Item("m1", "one");
        var body = Encoding.UTF8.GetBytes(text.Replace("ITEM0", Encoding.UTF8.GetString(item.Raw.Span), StringComparison.Ordinal));
        Assert.Null(AnswerFrame.Of(body, [new(Given.Channel(), item, 1, TestForce.Start)]));
    }

    [Fact]
    public void Answer_ThatIsItsItem_IsItsMarkAlone()
    {
        var item = Given.Item("m1", "one");
        Assert.Equal(34, AnswerFrame.Of(item.Raw, [new(Given.Channel(), item, 1, TestForce.Start)])!.Length);
    }

    /// <summary>Takes a page in, with an answer in which the items stand.</summary>
    private static async Task<byte[]> TakeAsync(InboxForce force, string answer, params CollectedItem[] items)
    {
        for (var i = 0; i < items.Length; i++)
            answer = answer.Replace($"ITEM{i}", Encoding.UTF8.GetString(items[i].Raw.Span), StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(answer);
        var exchange = new Exchange("GET https://fakebook.example/feed?token=***", 200, "Date: today", SHA256.HashData(body), TestForce.Start, TestForce.Start) { Body = body };
        await force.Get<Intake>().TakeAsync(force.Channels[100], new(items, [exchange], null, false), Ct);
        return body;
    }

    private static async Task<List<long>> ExchangesAsync(InboxForce force)
    {
        var ids = new List<long>();
        await foreach (var original in force.Get<ICapturedMaterial>().OriginalsAsync([.. (await force.ConversationsAsync()).Select(c => c.Id)], Ct))
            ids.Add(original.Exchange.Id);
        return [.. ids.Distinct()];
    }

    /// <summary>The exchanges in a bag of the first conversation.</summary>
    private static async Task<byte[]> WarcAsync(InboxForce force)
    {
        var conversation = (await force.ConversationsAsync())[0];
        var id = (await force.Get<RequestExport>().HandleAsync(Officer, new([conversation.Id], "CPS", "CPIA 1996", "disclosure", null, true, []), Ct))!.Value;
        Assert.True(await force.Get<ExportMaker>().NextAsync(Ct));
        await using var zip = await ZipFile.OpenReadAsync(force.Get<BagFolder>().PathOf(id), Ct);
        await using var stream = await zip.Entries.Single(e => e.FullName.EndsWith(".warc", StringComparison.Ordinal)).OpenAsync(Ct);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }
}
