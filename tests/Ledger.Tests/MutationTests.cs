using PoliceSocial.Ledger.Export;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Ledger.Tests;

/// <summary>Every byte of every file of an export, changed one at a time: each change is found, and the first wrong entry named.</summary>
public sealed class MutationTests : IDisposable
{
    private readonly SampleLedger _ledger = SampleLedger.Small();

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Entry_WithAnyByteChanged_IsNamed(int log)
    {
        var index = 0;
        foreach (var (at, before, report) in EachByteChanged(_ledger.EntriesOf(log)))
        {
            var fault = Assert.IsType<Fault>(report.Fault);
            Assert.True(fault.Log == log && fault.First == index && fault.IsExact, $"byte {at} of entry {index}: {fault}");
            index += before == '\n' ? 1 : 0;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void LeafHashes_WithAnyByteChanged_NameTheEntryWhoseHashItIs(int log)
    {
        foreach (var (at, _, report) in EachByteChanged(_ledger.FileOf(log, ExportLayout.LeafHashes)))
        {
            var fault = Assert.IsType<Fault>(report.Fault);
            Assert.True(fault.Log == log && fault.First == at / 32 && fault.IsExact, $"byte {at}: {fault}");

            // Which of the two is wrong can be told as far as a checkpoint reaches.
            Assert.Equal(log == 1 && at / 32 == 4 ? FaultKind.Changed : FaultKind.LeafHashesChanged, fault.Kind);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Checkpoints_WithAnyByteChanged_AreFound(int log)
    {
        var path = _ledger.FileOf(log, ExportLayout.Checkpoints);
        var text = File.ReadAllBytes(path);
        foreach (var (at, _, report) in EachByteChanged(path))
        {
            // A cosignature whose signer's name or key id is changed is one by somebody unknown, which the format says to pass over.
            // It proves nothing any more, and nothing else is touched.
            if (IsCosignature(text, at) && report.IsSound)
            {
                Assert.Equal(_ledger.Checkpoints.Count - 1, report.Cosigned);
                continue;
            }

            var fault = Assert.IsType<Fault>(report.Fault);
            Assert.Equal(log, fault.Log);
            Assert.True(fault.Kind is FaultKind.CheckpointUnreadable or FaultKind.CheckpointForged, $"byte {at}: {fault}");
        }
    }

    [Fact]
    public void PublicKeys_WithAnyByteChanged_VerifyNothing()
    {
        foreach (var (at, _, report) in EachByteChanged(Path.Combine(_ledger.Folder, ExportLayout.Key)))
            Assert.False(report.IsSound, $"byte {at}");
    }

    [Fact]
    public void Readme_IsForPeople_AndChangesNothing() =>
        Assert.All(EachByteChanged(Path.Combine(_ledger.Folder, ExportLayout.Readme)), change => Assert.True(change.Report.IsSound));

    [Fact]
    public void EveryFile_IsOneOfThoseChangedHere() =>
        Assert.Equal(
            ["README.txt", "checkpoints.txt", "checkpoints.txt", "entries-000000000000.jsonl", "entries-000000000000.jsonl", "leaf-hashes.bin", "leaf-hashes.bin", "log.pub"],
            Directory.EnumerateFiles(_ledger.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static bool IsCosignature(byte[] text, int at)
    {
        var line = text.AsSpan((text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1)..);
        return line.StartsWith("— hub.example/witness "u8);
    }

    private IEnumerable<(int At, byte Before, VerificationReport Report)> EachByteChanged(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            var before = bytes[at];
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(path, bytes);
            yield return (at, before, _ledger.Verify());
            bytes[at] = before;
        }

        File.WriteAllBytes(path, bytes);
        Assert.True(_ledger.Verify().IsSound);
    }
}
