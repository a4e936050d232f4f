using System.Security.Cryptography.X509Certificates;
using PoliceSocial.Ledger.TimeStamps;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

/// <summary>What an authority outside says of a checkpoint, checked offline.</summary>
public sealed class TimeStampTests
{
    private static readonly DateTimeOffset Stamped = SampleLedger.Night.AddMinutes(3);

    [Fact]
    public void Verify_WithTimeStamps_ChecksEachWithoutANetwork()
    {
        using var authority = new Authority();
        using var ledger = With(authority);

        var trusting = Verify(ledger, authority.Root);
        Assert.Null(trusting.Fault);
        Assert.Equal(1, trusting.Stamped);
        Assert.DoesNotContain(trusting.Notices, n => n.Kind == NoticeKind.AuthorityNotTrusted);
        Assert.Contains("CN=Test authority", Assert.Single(ledger.Verify().Notices, n => n.Kind == NoticeKind.AuthorityNotTrusted).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithATimeStampOfAnotherAuthority_IsFound()
    {
        using var authority = new Authority();
        using var ledger = With(authority);
        using var other = new Authority("Somebody else");

        Assert.Equal(FaultKind.TimeStampWrong, Verify(ledger, other.Root).Fault!.Kind);
    }

    [Fact]
    public void Verify_WithAnyByteOfATimeStampFlipped_NeverCountsItAsAnother()
    {
        using var authority = new Authority();
        using var ledger = With(authority);
        var path = ledger.FileOf(0, Path.Combine("time-stamps", "000000000004-1.tst"));
        var whole = File.ReadAllBytes(path);
        var text = ledger.Checkpoints[1].Note.TextBytes;
        for (var i = 0; i < whole.Length; i++)
        {
            var changed = whole.ToArray();
            changed[i] ^= 0x01;
            // A byte that nothing depends on (an unsigned part) may still read; then it says the very same.
            if (TimeStamp.Read(changed, text) is { } read)
                Assert.Equal(Stamped, read.Time);
        }

        whole[^20] ^= 0x01;
        File.WriteAllBytes(path, whole);
        Assert.Equal(FaultKind.TimeStampWrong, Verify(ledger, authority.Root).Fault!.Kind);
    }

    [Fact]
    public void Verify_WithATimeStampOfACheckpointThatIsNotInTheLog_IsFound()
    {
        using var authority = new Authority();
        using var ledger = With(authority);
        using var other = SampleLedger.Small();
        var text = other.Checkpoints[1].Note.TextBytes;
        var folder = Path.GetDirectoryName(ledger.FileOf(0, Path.Combine("time-stamps", "x")))!;
        File.WriteAllBytes(Path.Combine(folder, "9.tst"), authority.Stamp(text, Stamped));
        File.WriteAllBytes(Path.Combine(folder, "9.txt"), text);

        Assert.Equal(FaultKind.TimeStampWrong, Verify(ledger, authority.Root).Fault!.Kind);
    }

    [Fact]
    public void Read_OfATokenByACertificateThatIsNotForStamping_IsNone()
    {
        using var authority = new Authority(usage: "1.3.6.1.5.5.7.3.1");

        Assert.Null(TimeStamp.Read(authority.Stamp("text\n"u8, Stamped), "text\n"u8));
    }

    private static SampleLedger With(Authority authority)
    {
        var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(4);
        ledger.Sign();
        ledger.Stamp("000000000004-1", authority.Stamp(ledger.Checkpoints[1].Note.TextBytes, Stamped), ledger.Checkpoints[1]);
        ledger.Finish();
        return ledger;
    }

    private static VerificationReport Verify(SampleLedger ledger, X509Certificate2 root) =>
        LedgerVerifier.Verify(ledger.Folder, new() { Authorities = [root] }, TestContext.Current.CancellationToken);
}
