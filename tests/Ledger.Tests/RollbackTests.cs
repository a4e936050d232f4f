using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

public sealed class RollbackTests
{
    [Fact]
    public void Verify_OfARestoredBackup_IsFoundByACheckpointKeptElsewhere()
    {
        using var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(5);
        ledger.Sign();
        ledger.Entries(5);
        ledger.Sign();
        ledger.Finish();
        var kept = ledger.Checkpoints[2];
        Assert.True(ledger.Verify(kept).IsSound);

        // What the folder would hold had it been exported from the backup taken after the first five entries.
        ledger.EditLines(0, lines => lines.Take(5));
        var (hashes, notes) = (ledger.FileOf(0, ExportLayout.LeafHashes), ledger.FileOf(0, ExportLayout.Checkpoints));
        File.WriteAllBytes(hashes, File.ReadAllBytes(hashes)[..(5 * 32)]);
        File.WriteAllBytes(notes, File.ReadAllBytes(notes)[..^(kept.Note.ToBytes().Length + 1)]);
        Assert.True(ledger.Verify().IsSound);
        Assert.True(ledger.Verify(ledger.Checkpoints[1]).IsSound);
        Assert.Equal((FaultKind.RolledBack, 5, true), SampleLedger.Named(ledger.Verify(ledger.Checkpoints[1], kept)));
    }

    [Fact]
    public void Verify_OfAnotherHistorySignedByTheSameKey_IsFoundByACheckpointKeptElsewhere()
    {
        using var ledger = SampleLedger.Small();
        var other = new CheckpointSigner(ledger.Key).Next(ledger.Checkpoints[0], 4, TreeHasher.Leaf([1]), SampleLedger.Night);
        var fault = ledger.Verify(ledger.Checkpoints[0], other).Fault!;
        Assert.Equal((FaultKind.RolledBack, 0L, 3L), (fault.Kind, fault.First, fault.Last));
    }

    [Fact]
    public void Verify_WithTheLastLogTakenAway_IsFoundByTheCheckpointThatClosedTheOneBefore()
    {
        using var ledger = SampleLedger.Small();
        Directory.Delete(ExportLayout.LogFolder(ledger.Folder, 1), recursive: true);
        Assert.Equal(FaultKind.ChainBroken, ledger.Verify().Fault!.Kind);
    }

    [Fact]
    public void Verify_WithALogFromAnotherChain_IsFound()
    {
        using var ledger = SampleLedger.Small();
        var stranger = new CheckpointSigner(ledger.Key).Rotate(ledger.Checkpoints[2] with { Note = ledger.Checkpoints[1].Note }, SampleLedger.Night.AddHours(2));
        File.WriteAllBytes(ledger.FileOf(1, ExportLayout.Checkpoints), [.. stranger.Note.ToBytes(), (byte)'\n']);
        Assert.Equal(FaultKind.ChainBroken, ledger.Verify().Fault!.Kind);
    }

    [Fact]
    public void Verify_ResignedWithAnotherKey_IsForgedForWhoeverKeptTheRealOne()
    {
        using var real = SampleLedger.Small();
        using var forged = SampleLedger.Small();
        Assert.True(forged.Verify().IsSound);
        var report = LedgerVerifier.Verify(forged.Folder, new() { TrustedKeys = real.Keys }, TestContext.Current.CancellationToken);
        Assert.Equal(FaultKind.CheckpointForged, report.Fault!.Kind);
    }

    [Fact]
    public void Verify_OfACheckpointThatGoesBack_IsOutOfPlace()
    {
        using var ledger = SampleLedger.Small();
        var path = ledger.FileOf(0, ExportLayout.Checkpoints);
        var back = ledger.Key.Sign((ledger.Checkpoints[1].Checkpoint with { Time = SampleLedger.Night.AddDays(-1) }).Text);
        File.WriteAllBytes(path, [.. ledger.Checkpoints[0].Note.ToBytes(), (byte)'\n', .. back.ToBytes(), (byte)'\n']);
        Assert.Equal(FaultKind.CheckpointOutOfPlace, ledger.Verify().Fault!.Kind);
        Assert.Throws<InvalidOperationException>(
            () => new CheckpointSigner(ledger.Key).Next(ledger.Checkpoints[1], 3, TreeHasher.Empty, SampleLedger.Night));
    }

    [Fact]
    public void ReadCheckpoints_OfOneOrSeveral_ReadsThemAll()
    {
        using var ledger = SampleLedger.Small();
        var path = Path.Combine(ledger.Folder, "kept.txt");
        File.WriteAllBytes(path, ledger.Checkpoints[2].Note.ToBytes());
        Assert.Equal([ledger.Checkpoints[2].Checkpoint], LedgerVerifier.ReadCheckpoints(path)!.Select(one => one.Checkpoint));
        Assert.Equal(3, LedgerVerifier.ReadCheckpoints(ledger.FileOf(0, ExportLayout.Checkpoints))!.Count);
        File.AppendAllText(path, "\nnot a checkpoint\n");
        Assert.Null(LedgerVerifier.ReadCheckpoints(path));
    }
}
