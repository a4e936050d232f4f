using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

public sealed class ErasureTests
{
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
        Assert.Equal((FaultKind.ErasureNotRecorded, 2, true), SampleLedger.Named(ledger.Verify()));
    }

    [Fact]
    public void Verify_WithMoreErasedThanTheEntryAllows_NamesTheOneTooMany()
    {
        using var ledger = SampleLedger.Small();
        ledger.EditLines(0, lines => lines.Select((line, at) => at == 3 ? Erase(line, "0/6") : line));
        Assert.Equal((FaultKind.ErasureNotRecorded, 3, true), SampleLedger.Named(ledger.Verify()));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, FaultKind.ErasureNotRecorded)]
    public void Verify_WithFactsErasedByTheNextLog_AsksThatLog(int allowed, FaultKind? fault)
    {
        using var ledger = new SampleLedger();
        ledger.Begin();
        ledger.Entries(3, erased: (1, new(1, 0)));
        ledger.Rotate();
        ledger.Entry(subject: new Erasure(0, allowed, 2).Subject, eventType: Erasure.Event);
        ledger.Sign();
        ledger.Finish();
        Assert.Equal(fault, ledger.Verify().Fault?.Kind);
    }

    private static string Erase(string line, string by) =>
        $"{line[..(line.IndexOf('}', StringComparison.Ordinal) + 1)]},\"erased\":\"{by}\"}}";
}
