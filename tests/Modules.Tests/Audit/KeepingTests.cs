using PoliceSocial.Audit;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Deciding;
using PoliceSocial.Audit.Keeping;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>What is done to keep the ledger going: another key, an older copy that has to do, a finding that was looked into.</summary>
public sealed class KeepingTests
{
    [Theory, Databases]
    public async Task RotateKey_HandsOver_AndWhatTheOldKeySignedStaysProvable(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(5);
        await rig.UntilAsync(5);
        await rig.SignAsync();
        var first = (await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct))!;

        var answer = await rig.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "the yearly change", lost: false, LedgerRig.Ct);
        await rig.UntilAsync(6);
        await rig.SignAsync();
        await rig.RestartAsync();
        await rig.StartAsync();
        await rig.ClaimAsync(2, from: 50);
        await rig.UntilAsync(8);
        await rig.SignAsync();

        Assert.True(answer.Done, answer.Sentence);
        Assert.Equal(2, (await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct))!.Keys.Count);
        Assert.True((await rig.VerifyAsync()).IsWhole);
        var report = await rig.ExportAndVerifyAsync(new() { TrustedKeys = first, Expected = Kept(rig) });
        Assert.Null(report.Fault);
        Assert.Contains(report.Notices, n => n.Kind == NoticeKind.KeyHandedOver);
        Assert.Contains(await rig.OutboxAsync(), e => e is LedgerKeyChanged { Lost: false, Reason: "the yearly change" });
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
    }

    [Fact]
    public async Task RotateKey_ByAnotherProcess_IsNoticedByTheServiceThatRuns()
    {
        await using var rig = await LedgerRig.WithAsync(10);
        await using var other = rig.SecondProcess();

        Assert.True((await other.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "by the operator", lost: false, LedgerRig.Ct)).Done);
        await rig.UntilAsync(11);
        await rig.SignAsync();

        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        Assert.Equal((true, 0L), await rig.VerifyAsync() is var v ? (v.IsWhole, v.Tail) : default);
    }

    [Fact]
    public async Task RotateKey_ThatStoppedBeforeTheFileWasInPlace_IsFinishedByTheNextStart()
    {
        await using var rig = await LedgerRig.WithAsync(10);
        var old = await File.ReadAllTextAsync(rig.Get<SigningKey>().SecretPath, LedgerRig.Ct);
        var known = await File.ReadAllTextAsync(rig.Get<SigningKey>().PublicPath, LedgerRig.Ct);
        Assert.True((await rig.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "stopped", lost: false, LedgerRig.Ct)).Done);
        var (secret, pub) = (rig.Get<SigningKey>().SecretPath, rig.Get<SigningKey>().PublicPath);
        await rig.RestartAsync(() =>
        {
            File.Copy(secret, secret + ".next");
            File.WriteAllText(secret, old);
            File.WriteAllText(pub, known);
        });
        await rig.StartAsync();
        await rig.UntilAsync(11);

        await rig.SignAsync();

        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        Assert.True((await rig.VerifyAsync()).IsWhole);
        Assert.False(File.Exists(secret + ".next"));
        Assert.Equal(2, (await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct))!.Keys.Count);
    }

    [Fact]
    public async Task RotateKey_WhereItIsLost_GoesOnWithANewOne_WhichOnlyThoseBelieveWhoAreGivenIt()
    {
        await using var rig = await LedgerRig.WithAsync(10);
        var first = (await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct))!;
        Assert.Contains("not lost", (await rig.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "mislaid", lost: true, LedgerRig.Ct)).Sentence, StringComparison.Ordinal);
        var secret = rig.Get<SigningKey>().SecretPath;
        await rig.RestartAsync(() => File.Delete(secret));
        await rig.StartAsync();
        Assert.False((await rig.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "the disk died", lost: false, LedgerRig.Ct)).Done);

        Assert.True((await rig.Get<RotateKey>().HandleAsync(By(rig, RotateKey.Kind), "the disk died", lost: true, LedgerRig.Ct)).Done);
        await rig.UntilAsync(11);
        await rig.SignAsync();

        Assert.True((await rig.VerifyAsync()).IsWhole);
        Assert.Equal(FaultKind.CheckpointForged, (await rig.ExportAndVerifyAsync(new() { TrustedKeys = first })).Fault!.Kind);
        var report = await rig.ExportAndVerifyAsync(new() { TrustedKeys = await rig.Get<SigningKey>().PublicAsync(LedgerRig.Ct) });
        Assert.Null(report.Fault);
        Assert.Contains(report.Notices, n => n.Kind == NoticeKind.KeyTakenOver);
    }

    [Fact]
    public async Task AcceptRestore_AfterADisaster_LetsTheLedgerGoOn_AndEveryVerificationSaysSo()
    {
        await using var rig = await RestoredAsync();
        Assert.Contains(Checkpointer.Contradicted, rig.Get<LedgerHealth>().Troubles.Keys);
        Assert.False((await rig.Get<AcceptRestore>().HandleAsync(By(rig, AcceptRestore.Kind), " ", LedgerRig.Ct)).Done);

        var answer = await rig.Get<AcceptRestore>().HandleAsync(By(rig, AcceptRestore.Kind), "fire in the server room; INC-77", LedgerRig.Ct);
        await rig.StartAsync();
        await rig.ClaimAsync(30, from: 200);
        await TestForce.UntilAsync(async () => await rig.CountAsync() >= 40 + Alarms + 1 + 30, "what is kept, the alarm, the answer, and thirty claims; what the outbox still had comes again");
        await rig.SignAsync();

        Assert.Equal("The ledger goes on. Of 50 entries that had been signed, those from 38 on are lost; every verification will say so.", answer.Sentence);
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        Assert.True((await rig.VerifyAsync()).IsWhole);
        var report = await rig.ExportAndVerifyAsync(new() { Expected = Kept(rig) });
        Assert.Null(report.Fault);
        Assert.Contains("those from 38 on were lost", Assert.Single(report.Notices, n => n.Kind == NoticeKind.Restored).What, StringComparison.Ordinal);
        Assert.Contains(await rig.OutboxAsync(), e => e is LedgerRestoreAccepted { From: 38, Lost: 50 });
        Assert.Contains("nothing to answer for", (await rig.Get<AcceptRestore>().HandleAsync(By(rig, AcceptRestore.Kind), "again", LedgerRig.Ct)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptRestore_DoesNotExcuseTheNextOldBackup()
    {
        await using var rig = await RestoredAsync();
        Assert.True((await rig.Get<AcceptRestore>().HandleAsync(By(rig, AcceptRestore.Kind), "fire", LedgerRig.Ct)).Done);
        await rig.SignAsync();
        var backup = Path.Combine(rig.Folder, "backup.db");

        await rig.RestartAsync(() => File.Copy(backup, rig.Store, overwrite: true));
        await rig.SignAsync();

        Assert.Contains(Checkpointer.Contradicted, rig.Get<LedgerHealth>().Troubles.Keys);
    }

    [Fact]
    public async Task Decide_AboutWhatWasFoundWrong_ClearsHealthForThatFindingOnly_AndOutlivesARestart()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        await rig.TamperAsync("UPDATE Entry SET SubjectId = SubjectId + 1 WHERE Number = 17");
        var found = (await rig.VerifyAsync()).What!;
        await rig.Get<RaiseLedgerAlarm>().HandleAsync(VerifyingService.FoundWrong, found, LedgerRig.Ct);
        Assert.False((await rig.Get<DecideFinding>().HandleAsync(By(rig, DecideFinding.Kind), VerifyingService.FoundWrong, "", LedgerRig.Ct)).Done);
        Assert.False((await rig.Get<DecideFinding>().HandleAsync(By(rig, DecideFinding.Kind), Checkpointer.Contradicted, "no", LedgerRig.Ct)).Done);

        Assert.True((await rig.Get<DecideFinding>().HandleAsync(By(rig, DecideFinding.Kind), VerifyingService.FoundWrong, "a disk fault; INC-78", LedgerRig.Ct)).Done);

        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        await rig.RestartAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await rig.Get<RaiseLedgerAlarm>().HandleAsync(VerifyingService.FoundWrong, found, LedgerRig.Ct);
        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        await rig.Get<RaiseLedgerAlarm>().HandleAsync(VerifyingService.FoundWrong, "Entry 9 was changed.", LedgerRig.Ct);
        Assert.Single(rig.Get<LedgerHealth>().Troubles);
    }

    [Fact]
    public async Task SelfCheck_AfterARestart_RecallsWhatTheLastVerificationFoundWrong()
    {
        await using var rig = await LedgerRig.WithAsync(2_100);
        await rig.TamperAsync("UPDATE Entry SET SubjectId = SubjectId + 1 WHERE Number = 17");
        var verify = rig.Get<VerifyLedger>();
        var act = By(rig, VerifyLedger.Kind);
        Assert.True(await verify.BeginAsync(act, LedgerRig.Ct));
        var id = rig.Get<VerificationProgress>().Running;
        Assert.False((await verify.RunAsync(act, id, LedgerRig.Ct)).IsWhole);

        await rig.RestartAsync();
        await rig.Get<SelfCheck>().RoundAsync(LedgerRig.Ct);

        Assert.Contains("Entry 17", rig.Get<LedgerHealth>().Troubles[VerifyingService.FoundWrong], StringComparison.Ordinal);
    }

    /// <summary>How many alarms the ledger has raised about itself, each an entry.</summary>
    private const int Alarms = 1;

    private static Act By(LedgerRig rig, ActKind kind) => rig.Get<ActFactory>().By(TestForce.Staff(2, AuditPermissions.Keep), kind);

    private static IReadOnlyList<SignedCheckpoint> Kept(LedgerRig rig) => LedgerVerifier.ReadCheckpoints(rig.Get<CheckpointPlaces>().All[0].Path)!;

    /// <summary>Fifty entries were signed; then a backup of forty, of which thirty-eight were signed, was put in their place.</summary>
    private static async Task<LedgerRig> RestoredAsync()
    {
        var rig = await LedgerRig.WithAsync(40);
        var backup = Path.Combine(rig.Folder, "backup.db");
        await rig.RestartAsync(() => File.Copy(rig.Store, backup));
        await rig.StartAsync();
        await rig.ClaimAsync(10, from: 100);
        await rig.UntilAsync(50);
        await rig.SignAsync();
        await rig.RestartAsync(() => File.Copy(backup, rig.Store, overwrite: true));
        await rig.SignAsync();
        return rig;
    }
}
