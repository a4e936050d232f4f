using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Audit;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Ledger.Verify;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>What is signed, where it is kept, and what happens when the database contradicts it.</summary>
public sealed class CheckpointTests
{
    [Theory, Databases]
    public async Task Sign_SignsOnlyWhenThereIsSomethingNew_AndKeepsItOutsideTheDatabase(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(3);
        await rig.UntilAsync(3);
        await rig.SignAsync();

        var kept = LedgerVerifier.ReadCheckpoints(rig.Get<CheckpointPlaces>().All[0].Path)!;
        Assert.Equal([0L, 3L], kept.Select(k => k.Checkpoint.Size));
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(rig.Get<SigningKey>().SecretPath, LedgerRig.Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_AcrossARestartAndThousandsOfEntries_GoesOnFromWhatIsStored()
    {
        await using var rig = await LedgerRig.OpenAsync(Dialect.Sqlite);
        await rig.StartAsync();
        await rig.SignAsync();
        foreach (var size in new[] { 255, 256, 257, 700, 1_100 })
        {
            await rig.ClaimAsync((int)(size - await rig.CountAsync()));
            await rig.UntilAsync(size);
            await rig.SignAsync();
            await rig.RestartAsync();
            await rig.StartAsync();
        }

        Assert.Equal((true, 1_100L, 6L, 0L), await rig.VerifyAsync() is var v ? (v.IsWhole, v.Entries, v.Checkpoints, v.Tail) : default);
    }

    [Fact]
    public async Task Sign_AfterAnOldBackupWasRestored_AlarmsAndSignsNothing()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var backup = Path.Combine(rig.Folder, "backup.db");
        await rig.RestartAsync(() => File.Copy(rig.Store, backup));
        await rig.StartAsync();
        await rig.ClaimAsync(10, from: 100);
        await rig.UntilAsync(50);
        await rig.SignAsync();

        await rig.RestartAsync(() => File.Copy(backup, rig.Store, overwrite: true));
        await rig.SignAsync();

        Assert.Contains("An old backup was put in its place", rig.Get<LedgerHealth>().Troubles[Checkpointer.Contradicted], StringComparison.Ordinal);
        Assert.Equal(38, (await rig.Get<CheckpointPlaces>().LatestAsync(LedgerRig.Ct))!.Size);
        Assert.NotEmpty(await rig.Get<IEnumerable<IAlarmSource>>().OfType<LedgerAlarms>().Single().AlarmsAsync(TestForce.Staff(1, AuditPermissions.Read), LedgerRig.Ct));
        var kept = LedgerVerifier.ReadCheckpoints(rig.Get<CheckpointPlaces>().All[0].Path)!;
        var fault = (await rig.ExportAndVerifyAsync(new() { Expected = kept })).Fault!;
        Assert.Equal(FaultKind.RolledBack, fault.Kind);
    }

    [Fact]
    public async Task Sign_AfterHistoryWasRewritten_AlarmsAndSignsNothing()
    {
        await using var rig = await LedgerRig.WithAsync(40);

        await rig.TamperAsync("UPDATE Leaves SET Hashes = zeroblob(length(Hashes)) WHERE First = (SELECT MAX(First) FROM Leaves WHERE First <= 17)");
        await rig.SignAsync();

        Assert.Contains("do not lead to the last signed checkpoint", rig.Get<LedgerHealth>().Troubles[Checkpointer.NotSigned], StringComparison.Ordinal);
        Assert.Equal(38, (await rig.Get<CheckpointPlaces>().LatestAsync(LedgerRig.Ct))!.Size);
    }

    [Fact]
    public async Task Sign_WhenTheSecondPlaceCannotBeWritten_AlarmsGoesOnAndCatchesUp()
    {
        var blocked = Path.Combine(Path.GetTempPath(), $"policesocial-share-{Environment.ProcessId}");
        await File.WriteAllTextAsync(blocked, "a file where the share should be", LedgerRig.Ct);
        await using var rig = await LedgerRig.OpenAsync(Dialect.Sqlite, s => s.Configure<AuditOptions>(o => o.CheckpointFolder = blocked));
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(5);
        await TestForce.UntilAsync(async () => await rig.CountAsync() >= 5, "five entries");
        await rig.SignAsync();
        Assert.Contains(rig.Get<LedgerHealth>().Troubles.Keys, k => k.StartsWith(Checkpointer.NotKept, StringComparison.Ordinal));

        File.Delete(blocked);
        await rig.SignAsync();

        Assert.Empty(rig.Get<LedgerHealth>().Troubles);
        var places = rig.Get<CheckpointPlaces>().All;
        Assert.Equal(await File.ReadAllTextAsync(places[0].Path, LedgerRig.Ct), await File.ReadAllTextAsync(places[1].Path, LedgerRig.Ct));
        Directory.Delete(blocked, recursive: true);
    }

    [Fact]
    public async Task Sign_AfterAPowerCutInTheMiddleOfAFile_WritesTheWholeCheckpointAgain()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var path = rig.Get<CheckpointPlaces>().All[0].Path;
        var whole = await File.ReadAllTextAsync(path, LedgerRig.Ct);
        foreach (var cut in new[] { 1, 2, 60, 120, 200 })
        {
            await File.WriteAllTextAsync(path, whole[..^cut], LedgerRig.Ct);
            await rig.Get<CheckpointPlaces>().CatchUpAsync(rig.Get<CheckpointPlaces>().All[0], null, LedgerRig.Ct);
            Assert.Equal(whole, await File.ReadAllTextAsync(path, LedgerRig.Ct));
        }
    }

    [Fact]
    public async Task Sign_WhenTheKeyIsLost_AlarmsAndMakesNoNewOne()
    {
        await using var rig = await LedgerRig.WithAsync(40);
        var path = rig.Get<SigningKey>().SecretPath;
        await rig.RestartAsync(() => File.Delete(path));

        await rig.SignAsync();

        Assert.Contains("signing key is missing", rig.Get<LedgerHealth>().Troubles[Checkpointer.NotSigned], StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }
}
