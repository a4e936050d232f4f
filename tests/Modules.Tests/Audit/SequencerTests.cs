using PoliceSocial.Audit;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Publishing;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>Every act ends in the ledger, once.</summary>
public sealed class SequencerTests
{
    [Theory, Databases]
    public async Task Sequence_OfConcurrentPublishers_IsOneUnbrokenNumbering(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();

        await Task.WhenAll(
            rig.HappenAsync<InboxModule>([.. Claims(0, 60)]),
            rig.HappenAsync<PublishingModule>([.. Claims(100, 60)]),
            rig.HappenAsync<ChannelsModule>([.. Claims(200, 60)]));
        await rig.UntilAsync(180);
        await rig.SignAsync();

        var entries = await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 0, 180, LedgerRig.Ct);
        Assert.Equal(180, entries.Select(e => e!.SubjectId).Distinct().Count());
        Assert.True((await rig.VerifyAsync()).IsWhole);
    }

    [Theory, Databases]
    public async Task Sequence_WhenTheServiceStopsAgainAndAgain_AddsEachEventOnce(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        for (var round = 0; round < 8; round++)
        {
            await rig.StartAsync();
            await rig.ClaimAsync(25, from: round * 25);
            await rig.RestartAsync();
        }

        await rig.StartAsync();
        await rig.UntilAsync(200);

        var entries = await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 0, 200, LedgerRig.Ct);
        Assert.Equal(Enumerable.Range(1_000, 200).Select(i => (long)i), entries.Select(e => e!.SubjectId).Order());
    }

    [Theory, Databases]
    public async Task Sequence_OfABatchThatWasHeardBefore_AddsNothing(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.ClaimAsync(3);
        await rig.UntilAsync(3);
        var rows = await rig.Get<Schemas>().Of("inbox").QueryAsync(OutboxStatements.For("inbox").Read, new { after = 0L, take = 10 }, LedgerRig.Ct);

        await using var session = await rig.Get<Store<AuditModule>>().BeginBookkeepingAsync("another host tells the same", LedgerRig.Ct);
        await rig.Get<Sequencer>().HearAsync("inbox", rows, session, LedgerRig.Ct);
        await session.CommitAsync(LedgerRig.Ct);

        Assert.Equal(3, rows.Count);
        Assert.Equal(3, await rig.CountAsync());
    }

    [Theory, Databases]
    public async Task Sequence_KeepsAddressAndPurposeSealedWithTheFacts_NotInTheLeaf(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.ClaimAsync(1);
        await rig.UntilAsync(1);

        var entry = (await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 0, 1, LedgerRig.Ct))[0]!;
        Assert.Contains("\"$address\":\"127.0.0.1\"", entry.Facts, StringComparison.Ordinal);
        Assert.Contains("\"$purpose\":\"to answer the public\"", entry.Facts, StringComparison.Ordinal);
        var leaf = new System.Buffers.ArrayBufferWriter<byte>();
        var words = await rig.Get<Words>().TextsAsync(rig.Get<Store<AuditModule>>(), LedgerRig.Ct);
        Assert.NotNull(StoredEntries.Leaf(entry, words, leaf));
        var text = System.Text.Encoding.ASCII.GetString(leaf.WrittenSpan);
        Assert.Contains("\"session\":\"70\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Equal(new ConversationClaimed(1_001, 7), EventCatalogue.Read("Inbox.ConversationClaimed", entry.Facts!));
    }

    [Theory, Databases]
    public async Task Sequence_OfFactsTooLongForAnEntry_KeepsTheirHashAndGoesOn(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.HappenAsync<InboxModule>(new QueueViewed("all", [.. Enumerable.Range(0, 20_000).Select(i => 1_000_000_000L + i)]), new ConversationClaimed(1, 7));
        await rig.UntilAsync(2);
        await rig.SignAsync();

        var entry = (await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 0, 1, LedgerRig.Ct))[0]!;
        Assert.Contains("$sha256", entry.Facts, StringComparison.Ordinal);
        Assert.True((await rig.VerifyAsync()).IsWhole);
        Assert.True((await rig.ExportAndVerifyAsync()).IsSound);
    }

    [Theory]
    [InlineData("conversation:123", "conversation", 123L, null)]
    [InlineData("conversation:0123", "conversation", 0L, "0123")]
    [InlineData("queue:inbox", "queue", 0L, "inbox")]
    [InlineData("entries:0/1-2", "entries", 0L, "0/1-2")]
    [InlineData("risk-rule:99999999999999999999", "risk-rule", 0L, "99999999999999999999")]
    public void Subject_TakenApart_IsPutTogetherAgain(string text, string kind, long id, string? name)
    {
        Assert.Equal(new Subject(kind, id, name), Subject.Of(text));
        Assert.Equal(text, Subject.Of(text).ToString());
    }

    [Theory]
    [InlineData("""{"a":1,"b":"x,y","c":[1,{"d":2}],"$address":"127.0.0.1"}""", "a,b,c,$address")]
    [InlineData("""{"only":null}""", "only")]
    [InlineData("""{"with,comma":1}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""{ "spaced": 1 }""", "")]
    public void Facts_TakenApart_AreTheSameBytesAgain(string facts, string shape)
    {
        var (names, packed) = FactsShape.Split(facts);

        Assert.Equal(shape, names);
        Assert.Equal(facts, FactsShape.Whole(names, packed));
    }

    [Theory]
    [InlineData("person:Nia Prys")]
    [InlineData("no colon")]
    [InlineData("post:\u202Eabc")]
    public void Subject_ThatIsMoreThanAnIdentifier_IsWrittenAsItsHash(string text)
    {
        var subject = Subject.Fitting(text);
        Assert.Equal("sha256", subject.Kind);
        Assert.Equal(64, subject.Name!.Length);
    }

    private static IEnumerable<ConversationClaimed> Claims(int from, int count) => Enumerable.Range(from, count).Select(i => new ConversationClaimed(i, 7));
}
