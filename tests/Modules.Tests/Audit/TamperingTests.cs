using System.Buffers.Binary;
using System.Text;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Erasing;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>Whatever is done to the store is found, and the first wrong entry is named.</summary>
public sealed class TamperingTests
{
    [Fact]
    public async Task Verify_OfAWholeLedger_FindsNothing()
    {
        await using var rig = await LedgerRig.WithAsync(300);

        var verdict = await rig.VerifyAsync();
        var report = await rig.ExportAndVerifyAsync();

        Assert.Equal((true, 300L, 2L, 2L), (verdict.IsWhole, verdict.Entries, verdict.Checkpoints, verdict.Tail));
        Assert.Equal((null, 300L, 2L, 2L), (report.Fault, report.Entries, report.Checkpoints, report.Tail));
    }

    [Fact]
    public async Task Verify_WhileTheLedgerGrowsByAnEventThatIsNewToIt_FindsNothing()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var growing = new GrowingStore(rig.Get<Store<AuditModule>>(), SequenceStatements.Words, async () =>
        {
            await rig.HappenAsync<InboxModule>(new ConversationViewed(1, 2, 3));
            await rig.UntilAsync(41);
        });

        var verdict = await new VerifyEntries(growing, (await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct))!).RunAsync(_ => { }, LedgerRig.Ct);

        Assert.Equal((null, 40L), (verdict.What, verdict.Entries));
    }

    [Theory]
    [InlineData("UPDATE Entry SET EventId = EventId + 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET At = At + 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET At = At | (1 << 63) WHERE Number = 17")]
    [InlineData("UPDATE Entry SET HasPurpose = 3 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET Type = Type + 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET Act = Act + 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET ActId = ActId - 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET ActorKind = 2 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET ActorKind = 99 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET ActorId = 8 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET SubjectKind = 1 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET SubjectId = 5 WHERE Number = 17")]
    [InlineData("UPDATE Entry SET SubjectName = 'PC Rees' WHERE Number = 17")]
    [InlineData("UPDATE Entry SET SessionId = NULL WHERE Number = 17")]
    [InlineData("UPDATE Entry SET HasPurpose = 0 WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Facts = replace(Facts, 'answer', 'assist') WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Facts = '' WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Shape = 0 WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Shape = 1 WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Salt = randomblob(16) WHERE Number = 17")]
    [InlineData("UPDATE Detail SET Salt = randomblob(15) WHERE Number = 17")]
    [InlineData("DELETE FROM Detail WHERE Number = 17")]
    [InlineData("DELETE FROM Entry WHERE Number = 17")]
    [InlineData("UPDATE Entry SET Number = CASE Number WHEN 17 THEN -1 WHEN 18 THEN 17 END WHERE Number IN (17, 18); UPDATE Entry SET Number = 18 WHERE Number = -1")]
    [InlineData("UPDATE Entry SET Number = -1 WHERE Number = 17; UPDATE Entry SET Number = 17 WHERE Number = 30; UPDATE Entry SET Number = 30 WHERE Number = -1")]
    public async Task Verify_AfterATamperedEntry_NamesIt(string sql)
    {
        await using var rig = await LedgerRig.WithAsync(40);

        await rig.TamperAsync(sql);

        Assert.Equal(17, (await rig.VerifyAsync()).FirstWrong);
        var fault = (await rig.ExportAndVerifyAsync()).Fault;
        Assert.Equal((17L, 17L), (fault!.First, fault.Last));
    }

    [Theory]
    [InlineData("UPDATE Entry SET Family = 11 WHERE Number = 17", 17)]
    [InlineData("UPDATE Word SET Text = 'inbox.release-conversation' WHERE Text = 'inbox.claim-conversation'", 0)]
    [InlineData("DELETE FROM Entry WHERE Number = 39", 39)]
    [InlineData("INSERT INTO Entry SELECT 40, EventId, At, Type, Act, ActId, ActorKind, ActorId, SubjectKind, SubjectId, SubjectName, SessionId, HasPurpose, Family FROM Entry WHERE Number = 39", 40)]
    public async Task Verify_AfterTamperingAroundTheEntries_NamesTheFirstThatIsTouched(string sql, long first)
    {
        await using var rig = await LedgerRig.WithAsync(40);

        await rig.TamperAsync(sql);

        Assert.Equal(first, (await rig.VerifyAsync()).FirstWrong);
    }

    [Fact]
    public async Task SelfCheck_AfterAYoungEntryWasChanged_Alarms()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        await rig.Get<SelfCheck>().RoundAsync(LedgerRig.Ct);
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);

        await rig.TamperAsync("UPDATE Entry SET ActorId = 8 WHERE Number = 39");
        await rig.Get<SelfCheck>().RoundAsync(LedgerRig.Ct);

        Assert.Contains("Entry 39 was changed", rig.Get<LedgerHealth>().Troubles[SelfCheck.TailWrong], StringComparison.Ordinal);
        Assert.Contains(await rig.OutboxAsync(), e => e is LedgerAlarmRaised { Kind: SelfCheck.TailWrong });
    }

    [Fact]
    public async Task Verify_AfterAStoredHashWasChanged_FindsThatInBothWays()
    {
        await using var rig = await LedgerRig.WithAsync(40);

        await rig.TamperAsync("UPDATE Leaves SET Hashes = zeroblob(length(Hashes)) WHERE First = (SELECT MAX(First) FROM Leaves WHERE First <= 17)");

        Assert.False((await rig.VerifyAsync()).IsWhole);
        Assert.Equal(FaultKind.LeafHashesChanged, (await rig.ExportAndVerifyAsync()).Fault!.Kind);
    }

    [Fact]
    public async Task Verify_AfterACheckpointWasChanged_FindsThat()
    {
        await using var rig = await LedgerRig.WithAsync(40);

        await rig.TamperAsync("UPDATE SignedNote SET Note = replace(Note, '38', '37'), Size = 37 WHERE Size = 38");

        Assert.Contains("not one that the ledger's key signed", (await rig.VerifyAsync()).What, StringComparison.Ordinal);
        Assert.Equal(FaultKind.CheckpointForged, (await rig.ExportAndVerifyAsync()).Fault!.Kind);
    }

    [Fact]
    public async Task Verify_AfterAnyByteOfAnEntrysDetailsWasFlippedInTheFile_NamesTheEntry()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var entry = (await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 17, 18, LedgerRig.Ct))[0]!;
        byte[] row = [.. entry.Salt!, .. Encoding.UTF8.GetBytes(entry.Packed!)];

        for (var i = 0; i < row.Length; i++)
        {
            await FlipAsync(rig, row, i, 1 << (i % 8));
            Assert.Equal(17, (await rig.VerifyAsync()).FirstWrong);
            await FlipAsync(rig, Flipped(row, i, 1 << (i % 8)), i, 1 << (i % 8));
        }

        Assert.True((await rig.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Verify_AfterAnyByteOfAnEntrysRecordWasFlippedInTheFile_NamesTheEntry()
    {
        const int Header = 15;
        await using var rig = await LedgerRig.WithAsync(40);
        var entry = (await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 17, 18, LedgerRig.Ct))[0]!;
        var start = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(start, entry.EventId);
        BinaryPrimitives.WriteInt64BigEndian(start.AsSpan(8), entry.At.ToMicroseconds());
        byte[] row = [];
        await rig.RestartAsync(() =>
        {
            // SQLite's header of the record, a byte for its own length and one for each column, and the columns themselves up to the act.
            var file = File.ReadAllBytes(rig.Store);
            row = file.AsSpan(file.AsSpan().IndexOf(start) - Header, Header + start.Length + 2 + sizeof(long)).ToArray();
        });
        Assert.Equal(Header, row[0]);

        for (var i = 0; i < row.Length; i++)
        {
            await FlipAsync(rig, row, i, 1 << (i % 8));
            Assert.True((await rig.VerifyAsync()).FirstWrong == 17, $"byte {i}");
            await FlipAsync(rig, Flipped(row, i, 1 << (i % 8)), i, 1 << (i % 8));
        }

        Assert.True((await rig.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Verify_AfterAllowedErasure_IsWholeAndCountsIt()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var act = rig.Get<ActFactory>().ByService(EraseFacts.Kind);
        await rig.Get<EraseFacts>().HandleAsync(act, new(10, 19, "Kept for longer than the policy allows."), LedgerRig.Ct);
        await rig.UntilAsync(41);
        await rig.SignAsync();

        var entries = await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 10, 20, LedgerRig.Ct);
        Assert.All(entries, e => Assert.Null(e!.Facts));
        Assert.Equal((true, 10L), (await rig.VerifyAsync() is var v ? (v.IsWhole, v.Erased) : default));
        var report = await rig.ExportAndVerifyAsync();
        Assert.Equal((true, 10L), (report.IsSound, report.Erased));
    }

    [Fact]
    public async Task Verify_AfterErasureThatNothingAllows_NamesTheEntry()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var entry = (await StoredEntries.ReadAsync(rig.Get<Store<AuditModule>>(), 17, 18, LedgerRig.Ct))[0]!;
        var seal = Convert.ToHexString(Leaf.Seal(entry.Salt!, entry.Facts!).ToArray());

        await rig.TamperAsync($"DELETE FROM Detail WHERE Number = 17; INSERT INTO Erased (Number, Seal, AllowedBy) VALUES (17, x'{seal}', 30)");

        Assert.Equal(17, (await rig.VerifyAsync()).FirstWrong);
        var fault = (await rig.ExportAndVerifyAsync()).Fault!;
        Assert.Equal((FaultKind.ErasureNotRecorded, 17L), (fault.Kind, fault.First));
    }

    private static byte[] Flipped(byte[] row, int at, int bit)
    {
        var flipped = row.ToArray();
        flipped[at] ^= (byte)bit;
        return flipped;
    }

    /// <summary>Flips a bit of a stored row in the file itself; a page that SQLite split keeps a stale copy, which is flipped too.</summary>
    private static Task FlipAsync(LedgerRig rig, byte[] row, int at, int bit) => rig.RestartAsync(() =>
    {
        var file = File.ReadAllBytes(rig.Store);
        var copies = 0;
        for (var found = file.AsSpan().IndexOf(row); found >= 0; found = file.AsSpan().IndexOf(row))
        {
            file[found + at] ^= (byte)bit;
            copies++;
        }

        Assert.NotEqual(0, copies);
        File.WriteAllBytes(rig.Store, file);
    });
}
