using PoliceSocial.Audit;
using PoliceSocial.Audit.Proving;
using PoliceSocial.Audit.Reading;
using PoliceSocial.Audit.Telling;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>What an auditor reads, and that the reading is on record.</summary>
public sealed class ReadingTests
{
    private static readonly Person Auditor = TestForce.Staff(3, AuditPermissions.Read, AuditPermissions.Verify);

    [Theory, Databases]
    public async Task Read_ByEachPartOfTheSentence_ShowsWhatWasAsked_AndIsOnRecord(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.ClaimAsync(5);
        await rig.HappenAsync<InboxModule>(new ConversationViewed(1_003, 9, 12));
        await rig.UntilAsync(6);
        var read = rig.Get<ReadLedger>();

        Assert.Equal(6, (await read.HandleAsync(Auditor, new(), LedgerRig.Ct)).Entries.Count);
        Assert.Equal(2, (await read.HandleAsync(Auditor, new() { What = "conversation 1003" }, LedgerRig.Ct)).Entries.Count);
        Assert.Equal(6, (await read.HandleAsync(Auditor, new() { Who = "7" }, LedgerRig.Ct)).Entries.Count);
        Assert.Empty((await read.HandleAsync(Auditor, new() { Who = "8" }, LedgerRig.Ct)).Entries);
        Assert.Empty((await read.HandleAsync(Auditor, new() { Who = "service", What = "conversation:1003" }, LedgerRig.Ct)).Entries);
        Assert.Empty((await read.HandleAsync(Auditor, new() { To = new(2026, 11, 20) }, LedgerRig.Ct)).Entries);
        Assert.Equal(6, (await read.HandleAsync(Auditor, new() { Who = "7", From = new(2026, 11, 21), To = new(2026, 11, 21) }, LedgerRig.Ct)).Entries.Count);
        var viewed = Assert.Single((await read.HandleAsync(Auditor, new() { Families = [Family.Consulted], What = "conversation 1003" }, LedgerRig.Ct)).Entries);
        Assert.Equal("viewed conversation 1003 with contact 9, up to message 12", viewed.Phrase);
        Assert.Equal("to answer the public", viewed.Purpose);

        await TestForce.UntilAsync(async () => await rig.CountAsync() == 14, "each look is an entry itself");
        Assert.Contains(await rig.OutboxAsync(), e => e is LedgerViewed { Shown: 2, First: 2, Last: 5 });
    }

    [Theory, Databases]
    public async Task Read_OfSeveralKinds_ShowsEachOfThem_AndAsksTheSameOnTheNextPage(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.ClaimAsync(60);
        await rig.HappenAsync<InboxModule>(new ConversationViewed(1_003, 9, 12));
        await rig.HappenAsync<InboxModule>([.. Enumerable.Range(1, 60).Select(i => new ItemCaptured(i, 1, 1, 1, "Created", "Comment", TestForce.Start, TestForce.Start, ""))]);
        await rig.UntilAsync(121);
        var read = rig.Get<ReadLedger>();

        var rare = await read.HandleAsync(Auditor, new() { Families = [Family.Consulted, Family.Altered] }, LedgerRig.Ct);
        Assert.Equal(50, rare.Entries.Count);
        Assert.Single(rare.Entries, e => e.Stored.Family == (int)Family.Consulted);
        Assert.Contains("family=Consulted&family=Altered", rare.Next, StringComparison.Ordinal);
        var mixed = await read.HandleAsync(Auditor, new() { Families = [Family.Collected, Family.Consulted] }, LedgerRig.Ct);
        Assert.DoesNotContain(mixed.Entries, e => e.Stored.Family == (int)Family.Altered);
        Assert.Empty((await read.HandleAsync(Auditor, new() { Families = [Family.Erased, Family.Disclosed], Who = "7" }, LedgerRig.Ct)).Entries);
    }

    [Theory, Databases]
    public async Task Read_PageAfterPage_ShowsEveryEntryOnce(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.ClaimAsync(120);
        await rig.UntilAsync(120);

        var shown = new List<long>();
        for (var before = ""; ;)
        {
            var page = await rig.Get<ReadLedger>().HandleAsync(Auditor, new() { Who = "7", Before = before }, LedgerRig.Ct);
            shown.AddRange(page.Entries.Select(e => e.Stored.Number));
            if (page.Next is not { } next)
                break;
            before = next[(next.IndexOf("before=", StringComparison.Ordinal) + 7)..];
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(i => (long)i).Reverse(), shown);
    }

    [Fact]
    public async Task Prove_OfEntriesEverywhereInTheTree_LeadsToTheSignedRoot()
    {
        await using var rig = await LedgerRig.WithAsync(700);
        foreach (var number in new long[] { 0, 17, 255, 256, 511, 512, 697 })
        {
            var proven = await rig.Get<ProveEntry>().HandleAsync(Auditor, number, LedgerRig.Ct);
            Assert.Equal(ProofFinding.Proven, proven!.Finding);
            Assert.Contains($"\"index\": {number}", ProveEntry.ToJson(proven), StringComparison.Ordinal);
        }

        await rig.UntilAsync(707);
        Assert.Equal(ProofFinding.NotSignedYet, (await rig.Get<ProveEntry>().HandleAsync(Auditor, 699, LedgerRig.Ct))!.Finding);
        Assert.Null(await rig.Get<ProveEntry>().HandleAsync(Auditor, 9_999, LedgerRig.Ct));
    }

    [Fact]
    public async Task Prove_OfAChangedEntry_SaysThatItIsWrong()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        await rig.TamperAsync("UPDATE Entry SET ActorId = 8 WHERE Number = 17");

        Assert.Equal(ProofFinding.Wrong, (await rig.Get<ProveEntry>().HandleAsync(Auditor, 17, LedgerRig.Ct))!.Finding);
        Assert.Equal(ProofFinding.Proven, (await rig.Get<ProveEntry>().HandleAsync(Auditor, 18, LedgerRig.Ct))!.Finding);
    }

    [Fact]
    public async Task VerifyNow_KeepsItsResultAndItsRecord_OneAtATime()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var (verify, act) = (rig.Get<VerifyLedger>(), rig.Get<ActFactory>().By(Auditor, VerifyLedger.Kind));

        Assert.True(await verify.BeginAsync(act, LedgerRig.Ct));
        Assert.False(await verify.BeginAsync(act, LedgerRig.Ct));
        await verify.RunAsync(act, rig.Get<VerificationProgress>().Running, LedgerRig.Ct);

        var run = Assert.Single(await rig.Get<Store<AuditModule>>().QueryAsync(VerificationStatements.Latest, new { take = 5 }, LedgerRig.Ct));
        Assert.True(run is { EndedAt: not null, Entries: >= 40, What: null, StartedBy: 3 });
        Assert.Contains(await rig.OutboxAsync(), e => e is VerificationEnded { What: null });
    }

    [Fact]
    public void Phrases_KnowEveryEventThereIs()
    {
        var told = Phrases.All.Known.Select(EventTypes.NameOf).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(EventCatalogue.Names.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Phrase_ForAnEventWithoutWords_IsItsName() =>
        Assert.Equal("did: conversation archived (conversation 5)", Phrases.All.Of(null, "Inbox.ConversationArchived", "conversation:5", new()));
}
