using PoliceSocial.Ledger.Export;
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
        Assert.Equal((FaultKind.Changed, 1_999L, true), SampleLedger.Named(ledger.Verify()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    public void Verify_WithAnEntryDeleted_NamesIt(int index)
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Where((_, at) => at != index));
        Assert.Equal((FaultKind.Missing, index, true), SampleLedger.Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithTwoEntriesSwapped_NamesTheFirst()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => [lines[0], lines[5], .. lines[2..5], lines[1], .. lines[6..]]);
        Assert.Equal((FaultKind.Reordered, 1, true), SampleLedger.Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithAnEntryTwice_NamesTheSecond()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => [.. lines[..4], lines[1], .. lines[4..]]);
        Assert.Equal((FaultKind.Extra, 4, true), SampleLedger.Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithAnEntryAdded_NamesIt()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(1, lines => [.. lines, lines[4].Replace("\"n\":4,", "\"n\":5,", StringComparison.Ordinal)]);
        Assert.Equal((FaultKind.Extra, 5, true), SampleLedger.Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithTheEntriesCut_NamesTheFirstThatIsGone()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Take(7));
        Assert.Equal((FaultKind.Missing, 7, true), SampleLedger.Named(ledger.Verify()));
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
}
