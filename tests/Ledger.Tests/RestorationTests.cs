using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

/// <summary>An older copy was put back for good, and somebody answered for it: the ledger goes on, and never hides it.</summary>
public sealed class RestorationTests
{
    [Fact]
    public void Verify_AfterARestorationThatWasAnsweredFor_IsSoundAndSaysWhatWasLost()
    {
        using var ledger = new SampleLedger();
        var lost = Lost(ledger, 9);
        ledger.Entries(2);
        ledger.GoOnFrom(4, lost.Checkpoint);
        ledger.Entries(8);
        ledger.Sign();
        ledger.Finish();

        var report = ledger.Verify([.. ledger.Checkpoints, lost, Lost(ledger, 7)]);

        Assert.Null(report.Fault);
        Assert.Contains("of 9 entries that had been signed, those from 4 on were lost", Assert.Single(report.Notices, n => n.Kind == NoticeKind.Restored).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "what both histories share")]
    [InlineData(10, "more than was said to be lost")]
    public void Verify_OfAKeptCheckpointThatTheRestorationDoesNotExplain_IsRolledBack(int size, string why)
    {
        using var ledger = new SampleLedger();
        var lost = Lost(ledger, 9);
        ledger.GoOnFrom(4, lost.Checkpoint);
        ledger.Finish();
        var other = new CheckpointSigner(ledger.Key).Next(ledger.Checkpoints[0], size, TreeHasher.Leaf([7]), SampleLedger.Night);

        Assert.True(ledger.Verify(other).Fault?.Kind == FaultKind.RolledBack, why);
    }

    [Fact]
    public void Verify_OfAKeptCheckpointThatIsYoungerThanTheRestoration_IsRolledBack()
    {
        using var ledger = new SampleLedger();
        var lost = Lost(ledger, 9);
        ledger.GoOnFrom(4, lost.Checkpoint);
        ledger.Finish();
        var later = new CheckpointSigner(ledger.Key).Next(ledger.Checkpoints[0], 8, TreeHasher.Leaf([7]), SampleLedger.Night.AddDays(3));

        Assert.Equal(FaultKind.RolledBack, ledger.Verify(later).Fault!.Kind);
    }

    [Fact]
    public void Restoration_WithAnotherSpelling_IsNone()
    {
        foreach (var text in new[] { "4 9", "9 4 " + TreeHasher.Empty.ToBase64(), "04 9 " + TreeHasher.Empty.ToBase64(), "4 9 AAAA", "4  9 " + TreeHasher.Empty.ToBase64() })
            Assert.Null(Restoration.Read(text));
        var read = new Restoration(4, 9, TreeHasher.Empty);
        Assert.Equal(read, Restoration.Read(read.ToString()));
    }

    /// <summary>A checkpoint of the history that was lost, and the ledger as its older copy.</summary>
    private static SignedCheckpoint Lost(SampleLedger ledger, long size)
    {
        if (ledger.Checkpoints.Count == 0)
        {
            ledger.Begin();
            ledger.Entries(4);
            ledger.Sign();
        }

        return new CheckpointSigner(ledger.Key).Next(ledger.Checkpoints[0], size, TreeHasher.Leaf([(byte)size]), SampleLedger.Night.AddMinutes(5));
    }
}
