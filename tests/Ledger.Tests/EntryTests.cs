using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Ledger.Tree;

namespace PoliceSocial.Ledger.Tests;

public sealed class EntryTests
{
    private static readonly LedgerEntry Entry = new()
    {
        Index = 41,
        Id = "0193e0c1",
        Time = new(2026, 11, 22, 2, 4, 5, 123, 456, TimeSpan.FromHours(1)),
        Module = "inbox",
        Event = "MessageViewed",
        ActorKind = "person",
        ActorId = "0193e0c3",
        Subject = "conversation:77",
        Facts = Facts.Seal(new byte[16], "{\"seen\":true}"u8),
    };

    [Fact]
    public void Write_OfAnEntry_IsTheDocumentedLeaf()
    {
        var facts = Convert.ToHexStringLower(SHA256.HashData([.. new byte[16], .. "{\"seen\":true}"u8]));
        var leaf = Encoding.UTF8.GetString(Leaf(Entry, out var hash));
        Assert.Equal(
            "{'v':1,'n':41,'id':'0193e0c1','at':'2026-11-22T01:04:05.123456Z','module':'inbox','event':'MessageViewed','act':'','actId':'',"
            + "'actorKind':'person','actorId':'0193e0c3','subject':'conversation:77','session':'','address':'','purpose':'',"
            + $"'facts':'{facts}'}}",
            leaf.Replace('"', '\''));
        Assert.Equal(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf)]), hash.ToArray());
    }

    [Theory]
    [InlineData("Nia Prys")]
    [InlineData("nia@staffs.example")]
    [InlineData("a\"b")]
    [InlineData("é")]
    public void Write_OfMoreThanAToken_IsRefused(string subject) =>
        Assert.Throws<ArgumentException>(() => Leaf(Entry with { Subject = subject }, out _));

    [Theory]
    [InlineData("{\"a\":\n1}")]
    [InlineData("")]
    public void Seal_OfMoreThanOneLine_IsRefused(string facts) =>
        Assert.Throws<ArgumentException>(() => Facts.Seal(new byte[16], Encoding.UTF8.GetBytes(facts)));

    [Theory]
    [InlineData("\"n\":41", "\"n\":041")]
    [InlineData("\"n\":41", "\"n\":-1")]
    [InlineData("\"n\":41", "\"n\":+4")]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("T01:04", "T24:04")]
    [InlineData("inbox", "")]
    [InlineData("{\"v\"", "{ \"v\"")]
    public void Read_OfAnotherSpelling_IsNoLeaf(string was, string becomes)
    {
        var leaf = Encoding.UTF8.GetString(Leaf(Entry, out _));
        Assert.True(LeafView.TryRead(Encoding.UTF8.GetBytes(leaf), out _));
        Assert.False(LeafView.TryRead(Encoding.UTF8.GetBytes(leaf.Replace(was, becomes, StringComparison.Ordinal)), out _));
    }

    [Property(MaxTest = 3_000)]
    public void Read_OfAChangedLeaf_IsNoLeafOrWritesTheSameBytes(byte[] noise, NonNegativeInt at, NonNegativeInt cut)
    {
        var leaf = Leaf(Entry, out _);
        var start = at.Get % leaf.Length;
        var end = start + (cut.Get % (leaf.Length - start));
        byte[] changed = [.. leaf.AsSpan(0, start), .. noise, .. leaf.AsSpan(end)];
        if (LeafView.TryRead(changed, out var view))
            Assert.Equal(changed, Leaf(Copy(view), out _));

        Assert.False(LeafView.TryRead(noise, out _));
    }

    [Fact]
    public void Verify_OfLinesCutAndSplicedAtRandom_NeverThrowsAndNeverBelieves()
    {
        using var ledger = SampleLedger.Small();
        var (path, random) = (ledger.EntriesOf(0), new Random(20261122));
        var whole = File.ReadAllBytes(path);
        for (var round = 0; round < 400; round++)
        {
            var (from, to) = (random.Next(whole.Length), random.Next(whole.Length));
            var noise = new byte[random.Next(1, 40)];
            random.NextBytes(noise);
            byte[] spliced = [.. whole.AsSpan(0, from), .. round % 2 == 0 ? noise : [], .. whole.AsSpan(to)];
            if (spliced.AsSpan().SequenceEqual(whole))
                continue;

            File.WriteAllBytes(path, spliced);
            Assert.False(ledger.Verify().IsSound, $"round {round}");
        }
    }

    private static byte[] Leaf(in LedgerEntry entry, out TreeHash hash)
    {
        var buffer = new ArrayBufferWriter<byte>();
        hash = LeafWriter.Write(entry, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static LedgerEntry Copy(LeafView view) => new()
    {
        Index = view.Index,
        Id = Text(view.Id),
        Time = DateTimeOffset.Parse(Text(view.Time), System.Globalization.CultureInfo.InvariantCulture),
        Module = Text(view.Module),
        Event = Text(view.Event),
        Act = Text(view.Act),
        ActId = Text(view.ActId),
        ActorKind = Text(view.ActorKind),
        ActorId = Text(view.ActorId),
        Subject = Text(view.Subject),
        Session = Text(view.Session),
        Address = Text(view.Address),
        Purpose = Text(view.Purpose),
        Facts = view.Facts,
    };

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
}
