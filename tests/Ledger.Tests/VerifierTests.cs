using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

public sealed class VerifierTests
{
    [Fact]
    public void Verify_OfAWholeLedger_IsSoundAndCounts()
    {
        using var ledger = SampleLedger.Small();
        var report = ledger.Verify([.. ledger.Checkpoints]);
        Assert.Null(report.Fault);
        Assert.Equal((2, 14L, 1L, 1L, 5L, 5L), (report.Logs, report.Entries, report.Tail, report.Erased, report.Checkpoints, report.Cosigned));
        Assert.Equal([NoticeKind.KeyNotTrusted, NoticeKind.TailNotCovered], report.Notices.Select(notice => notice.Kind));
    }

    [Fact]
    public void Verify_AcrossBatchesAndManyCheckpoints_IsSoundAndNamesAChangedEntry()
    {
        using var ledger = new SampleLedger();
        ledger.OnTheWay = (index, leaf) =>
        {
            if (index == 1_999)
                leaf[leaf.AsSpan().IndexOf("triage"u8)] = (byte)'T';

            return leaf;
        };
        ledger.Begin();
        for (var i = 0; i < 3_000; i++)
        {
            ledger.Entry();
            if (i % 97 == 0)
                ledger.Sign();
        }

        ledger.Finish();
        Assert.Equal((FaultKind.Changed, 1_999L, true), Named(ledger.Verify()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    public void Verify_WithAnEntryDeleted_NamesIt(int index)
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Where((_, at) => at != index));
        Assert.Equal((FaultKind.Missing, index, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithTwoEntriesSwapped_NamesTheFirst()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => [lines[0], lines[5], .. lines[2..5], lines[1], .. lines[6..]]);
        Assert.Equal((FaultKind.Reordered, 1, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithAnEntryTwice_NamesTheSecond()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => [.. lines[..4], lines[1], .. lines[4..]]);
        Assert.Equal((FaultKind.Extra, 4, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithAnEntryAdded_NamesIt()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(1, lines => [.. lines, lines[4].Replace("\"n\":4,", "\"n\":5,", StringComparison.Ordinal)]);
        Assert.Equal((FaultKind.Extra, 5, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithTheEntriesCut_NamesTheFirstThatIsGone()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Take(7));
        Assert.Equal((FaultKind.Missing, 7, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithEntriesAndHashesCut_SaysFromWhereNothingIsProven()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Take(7));
        File.WriteAllBytes(ledger.FileOf(0, ExportLayout.LeafHashes), File.ReadAllBytes(ledger.FileOf(0, ExportLayout.LeafHashes))[..(7 * 32)]);
        var fault = ledger.Verify().Fault!;
        Assert.Equal((FaultKind.Missing, 6L, 7L), (fault.Kind, fault.First, fault.Last));
    }

    [Fact]
    public void Verify_WithAnEntryAndItsHashRewritten_NarrowsToTheCheckpointsAround()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Select((line, at) => at == 7 ? line.Replace("\"person\"", "\"system\"", StringComparison.Ordinal) : line));
        var leaf = File.ReadAllLines(ledger.EntriesOf(0))[7];
        leaf = leaf["{\"leaf\":".Length..(leaf.IndexOf('}', StringComparison.Ordinal) + 1)];
        var hashes = File.ReadAllBytes(ledger.FileOf(0, ExportLayout.LeafHashes));
        TreeHasher.Leaf(System.Text.Encoding.UTF8.GetBytes(leaf)).CopyTo(hashes.AsSpan(7 * 32));
        File.WriteAllBytes(ledger.FileOf(0, ExportLayout.LeafHashes), hashes);
        var fault = ledger.Verify().Fault!;
        Assert.Equal((FaultKind.Changed, 6L, 8L, false), (fault.Kind, fault.First, fault.Last, fault.IsExact));
    }

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
        Assert.Equal((FaultKind.RolledBack, 5, true), Named(ledger.Verify(ledger.Checkpoints[1], kept)));
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

    [Theory]
    [InlineData("0/5")]
    [InlineData("0/1")]
    [InlineData("0/2")]
    [InlineData("1/2")]
    [InlineData("9/0")]
    public void Verify_WithFactsErasedAndNoEntryThatAllowsIt_NamesTheErasedEntry(string by)
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Select(line => line.Replace("\"erased\":\"0/6\"", $"\"erased\":\"{by}\"", StringComparison.Ordinal)));
        Assert.Equal((FaultKind.ErasureNotRecorded, 2, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithMoreErasedThanTheEntryAllows_NamesTheOneTooMany()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Select((line, at) => at == 3 ? Erase(line, "0/6") : line));
        Assert.Equal((FaultKind.ErasureNotRecorded, 3, true), Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithTheClockSetBack_SaysWhereAndIsSound()
    {
        using var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(3);
        ledger.Entry(at: SampleLedger.Night.AddDays(-2));
        ledger.Sign();
        ledger.Finish();
        var report = ledger.Verify();
        Assert.True(report.IsSound);
        Assert.Contains(report.Notices, notice => notice is { Kind: NoticeKind.ClockWentBack, Index: 3 });
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

    [Theory]
    [InlineData(ExportLayout.Checkpoints)]
    [InlineData(ExportLayout.LeafHashes)]
    public void Verify_WithAFileMissing_SaysWhich(string name)
    {
        using var ledger = SampleLedger.Small();
        File.Delete(ledger.FileOf(0, name));
        var fault = ledger.Verify().Fault!;
        Assert.Equal(FaultKind.FolderIncomplete, fault.Kind);
        Assert.Contains(name, fault.What, StringComparison.Ordinal);
    }

    private static string Erase(string line, string by) =>
        $"{line[..(line.IndexOf('}', StringComparison.Ordinal) + 1)]},\"erased\":\"{by}\"}}";

    private static (FaultKind Kind, long First, bool IsExact) Named(VerificationReport report)
    {
        var fault = Assert.IsType<Fault>(report.Fault);
        return (fault.Kind, fault.First, fault.IsExact);
    }
}
