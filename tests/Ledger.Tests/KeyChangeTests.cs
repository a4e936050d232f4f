using PoliceSocial.Ledger.Notes;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

/// <summary>A key gives way to another, and old signatures stay good.</summary>
public sealed class KeyChangeTests
{
    [Fact]
    public void Verify_AfterTheKeyHandedOver_IsSoundForWhoeverKnowsOnlyTheFirstKey()
    {
        using var ledger = Begun();
        ledger.ChangeKey();
        ledger.Entries(3);
        ledger.Sign();
        ledger.ChangeKey();
        ledger.Entries(2);
        ledger.Sign();
        ledger.Finish();

        var report = Verify(ledger, ledger.Key.Public);

        Assert.Null(report.Fault);
        Assert.Equal((9L, 0L), (report.Entries, report.Tail));
        Assert.Equal([NoticeKind.KeyHandedOver, NoticeKind.KeyHandedOver], report.Notices.Select(n => n.Kind));
        Assert.True(LedgerVerifier.Verify(ledger.Folder, new() { TrustedKeys = new([ledger.Key.Public]), Expected = ledger.Checkpoints }, TestContext.Current.CancellationToken).IsSound);
    }

    [Fact]
    public void Verify_OfACheckpointByAKeyThatGaveWay_IsForged()
    {
        using var ledger = Begun();
        ledger.ChangeKey();
        ledger.Entries(3);
        ledger.SignWith(ledger.Key);
        ledger.Finish();

        Assert.Equal((FaultKind.CheckpointForged, 4L, true), SampleLedger.Named(Verify(ledger, ledger.Key.Public)));
    }

    [Fact]
    public void Verify_OfAHandOverToAKeyThatDidNotSign_IsForged()
    {
        using var ledger = Begun();
        var last = ledger.Checkpoints[^1].Checkpoint;
        var stranger = LogKey.Generate(ledger.Key.Public.Name).Public;
        var claim = ledger.Key.Sign((last with { NextKey = stranger.ToString() }).Text);
        ledger.Finish();
        File.AppendAllText(ledger.FileOf(0, "checkpoints.txt"), System.Text.Encoding.UTF8.GetString(claim.ToBytes()) + "\n");

        Assert.Equal(FaultKind.CheckpointForged, Verify(ledger, ledger.Key.Public).Fault!.Kind);
    }

    [Fact]
    public void Verify_WhereTheKeyWasLost_BelievesTheNewOneOnlyWhenItIsGiven_AndSaysSo()
    {
        using var ledger = Begun();
        var next = ledger.ChangeKey(lost: true);
        ledger.Entries(3);
        ledger.Sign();
        ledger.Finish();

        Assert.Equal(FaultKind.CheckpointForged, Verify(ledger, ledger.Key.Public).Fault!.Kind);
        var report = Verify(ledger, ledger.Key.Public, next.Public);
        Assert.Null(report.Fault);
        Assert.Contains("did NOT sign", Assert.Single(report.Notices).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WhereTheNextKeyInACheckpointIsNoKey_CannotReadIt()
    {
        using var ledger = Begun();
        ledger.Finish();
        var text = ledger.Checkpoints[^1].Note.Text + "next-key somebody+00000000+AAAA\n";
        File.AppendAllText(ledger.FileOf(0, "checkpoints.txt"), System.Text.Encoding.UTF8.GetString(ledger.Key.Sign(text).ToBytes()) + "\n");

        Assert.Equal(FaultKind.CheckpointUnreadable, Verify(ledger, ledger.Key.Public).Fault!.Kind);
    }

    private static SampleLedger Begun()
    {
        var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(4);
        ledger.Sign();
        return ledger;
    }

    private static VerificationReport Verify(SampleLedger ledger, params IReadOnlyList<VerifierKey> keys) =>
        LedgerVerifier.Verify(ledger.Folder, new() { TrustedKeys = new(keys) }, TestContext.Current.CancellationToken);
}
