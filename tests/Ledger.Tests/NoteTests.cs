using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PoliceSocial.Ledger.Notes;

namespace PoliceSocial.Ledger.Tests;

public sealed class NoteTests
{
    // The key, text and signature that the format's reference implementation publishes with its tests.
    private const string Public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string Secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string Text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private const string Line =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void Sign_WithThePublishedKey_MakesThePublishedNote()
    {
        var key = LogKey.Read(Secret)!;
        Assert.Equal(Public, key.Public.ToString());
        Assert.Equal(Secret, key.ToSecret());
        Assert.Equal($"{Text}\n{Line}", Encoding.UTF8.GetString(key.Sign(Text).ToBytes()));
        Assert.Equal(NoteTrust.Genuine, Judge($"{Text}\n{Line}", Public));
    }

    [Fact]
    public void Read_OfTheSpecificationsWitnessedCheckpoint_KeepsBothSignatures()
    {
        const string Published =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        var note = SignedNote.Read(Encoding.UTF8.GetBytes(Published))!;
        Assert.Equal(["example.com/behind-the-sofa", "witness.example.com/w1"], note.Signatures.Select(s => s.Name));
        Assert.Equal(1679315147, Cosignature.TimeOf(note.Signatures[1]));
        Assert.Equal(Published, Encoding.UTF8.GetString(note.ToBytes()));
    }

    [Fact]
    public void VerifierKey_CutOrChangedAnywhere_IsNotRead()
    {
        for (var i = 0; i < Public.Length; i++)
        {
            Assert.Null(VerifierKey.Read(Public[..i]));
            var changed = Public.ToCharArray();
            changed[i]++;
            Assert.Null(VerifierKey.Read(new string(changed)));
        }
    }

    [Fact]
    public void Note_WithAnyByteChanged_IsNotGenuine()
    {
        var note = Encoding.UTF8.GetBytes($"{Text}\n{Line}");
        for (var i = 0; i < note.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = note.ToArray();
                changed[i] ^= (byte)(1 << bit);
                Assert.False(
                    SignedNote.Read(changed) is { } read && Ring(Public).Judge(read, KeyKind.Log) == NoteTrust.Genuine, $"byte {i}, bit {bit}");
            }
        }
    }

    [Theory]
    [InlineData(Text)]
    [InlineData(Text + "\n")]
    [InlineData(Text + "\n— PeterNeumann x08go/ZJ")]
    [InlineData("\u0001" + Text + "\n" + Line)]
    [InlineData(Text + "\n" + Line + "Unexpected line.\n")]
    [InlineData(Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")]
    public void Read_OfSomethingElse_IsNoNote(string text) => Assert.Null(SignedNote.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_OfTooManySignaturesOrBrokenUtf8_IsNoNote()
    {
        Assert.NotNull(SignedNote.Read(Encoding.UTF8.GetBytes($"{Text}\n{string.Concat(Enumerable.Repeat(Line, 100))}")));
        Assert.Null(SignedNote.Read(Encoding.UTF8.GetBytes($"{Text}\n{string.Concat(Enumerable.Repeat(Line, 101))}")));
        Assert.Null(SignedNote.Read([0xff, .. Encoding.UTF8.GetBytes($"{Text}\n{Line}")]));
    }

    [Fact]
    public void Cosign_ByAWitness_IsCheckedWhereTheWitnessIsKnown()
    {
        var (log, witness) = (LogKey.Read(Secret)!, LogKey.Generate("hub.example/witness", KeyKind.Witness));
        var note = witness.Cosign(log.Sign(Text), DateTimeOffset.UnixEpoch.AddDays(20_000));
        var ring = new KeyRing([log.Public, witness.Public]);
        Assert.Equal(NoteTrust.Genuine, ring.Judge(note, KeyKind.Witness));
        Assert.Equal(NoteTrust.NobodyKnown, Ring(Public).Judge(note, KeyKind.Witness));
        var later = note with { Text = Text + "more\n" };
        Assert.Equal(NoteTrust.Forged, ring.Judge(later, KeyKind.Witness));
        Assert.Throws<InvalidOperationException>(() => witness.Sign(Text));
    }

    [Property(MaxTest = 2_000)]
    public void Read_OfAnyBytes_IsNullOrWritesTheSameBytes(byte[] noise, byte at)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Text}\n{Line}");
        foreach (var input in new[] { noise, [.. bytes.AsSpan(0, at % bytes.Length), .. noise, .. bytes.AsSpan(at % bytes.Length)] })
        {
            if (SignedNote.Read(input) is { } note)
                Assert.Equal(input, note.ToBytes());
        }
    }

    private static NoteTrust Judge(string note, string key) => Ring(key).Judge(SignedNote.Read(Encoding.UTF8.GetBytes(note))!, KeyKind.Log);

    private static KeyRing Ring(string key) => KeyRing.Read($"# the log's key\n{key}\n")!;
}
