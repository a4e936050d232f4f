using Microsoft.Data.Sqlite;
using PoliceSocial.Audit.Erasing;
using PoliceSocial.Audit.Verifying;
using PoliceSocial.Platform.Acts;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>Every byte of every column of what the ledger stores, flipped one at a time: each is found, and the first wrong entry named.</summary>
public sealed class EveryByteTests
{
    private const int Entries = 40;

    [Fact]
    public async Task AnEntry_WithAnyByteFlipped_IsNamed() =>
        await EachAsync(Entries, "Entry", (_, verdict) => verdict.FirstWrong == 17, "Number = 17");

    [Fact]
    public async Task AnEntrysDetails_WithAnyByteFlipped_NameTheEntry() =>
        await EachAsync(Entries, "Detail", (_, verdict) => verdict.FirstWrong == 17, "Number = 17");

    [Fact]
    public async Task LeafHashes_WithAnyByteFlipped_NameTheEntryWhoseHashItIs() =>
        await EachAsync(Entries, "Leaves", (flipped, verdict) => verdict.FirstWrong == First(flipped) + (flipped.Column == "Hashes" ? flipped.At / 32 : 0));

    [Fact]
    public async Task Words_WithAnyByteFlipped_NameTheFirstEntryThatHasThem() =>
        await EachAsync(Entries, "Word", (_, verdict) => verdict.FirstWrong == 0);

    [Fact]
    public async Task TheNextNumber_WithAnyByteFlipped_IsFound() =>
        await EachAsync(Entries, "Turn", (_, verdict) => verdict.FirstWrong is 0 or Entries);

    [Fact]
    public async Task Checkpoints_WithAnyByteFlipped_AreFound() =>
        await EachAsync(Entries, "SignedNote", (_, verdict) => verdict.What!.StartsWith("Checkpoint ", StringComparison.Ordinal));

    [Fact]
    public async Task Nodes_WithAnyByteFlipped_AreFound() =>
        await EachAsync(300, "Node", (_, verdict) => verdict.What!.Contains("entries 0 to 255", StringComparison.Ordinal));

    [Fact]
    public async Task ErasedDetails_WithAnyByteFlipped_NameTheEntry()
    {
        await using var rig = await LedgerRig.WithAsync(Entries);
        await rig.Get<EraseFacts>().HandleAsync(rig.Get<ActFactory>().ByService(EraseFacts.Kind), new(17, 17, "Kept for longer than the policy allows."), LedgerRig.Ct);
        await rig.UntilAsync(Entries + 1);

        await EachAsync(rig, "Erased", (_, verdict) => verdict.FirstWrong == 17);
    }

    private static long First(StoredByte flipped) => long.Parse(flipped.Row["First = ".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task EachAsync(int entries, string table, Func<StoredByte, Verdict, bool> isFound, string where = "1 = 1")
    {
        await using var rig = await LedgerRig.WithAsync(entries);
        await EachAsync(rig, table, isFound, where);
    }

    private static async Task EachAsync(LedgerRig rig, string table, Func<StoredByte, Verdict, bool> isFound, string where = "1 = 1")
    {
        await rig.RestartAsync();
        await using var connection = new SqliteConnection($"Data Source={rig.Store};Pooling=False");
        await connection.OpenAsync(LedgerRig.Ct);
        var bytes = StoredByte.Of(connection, table, where);
        Assert.NotEmpty(bytes);
        foreach (var one in bytes)
        {
            one.Flip(connection);
            var verdict = await rig.VerifyAsync();
            Assert.True(!verdict.IsWhole && isFound(one, verdict), $"{one}: {verdict.FirstWrong} {verdict.What}");
            one.FlipBack(connection);
        }

        Assert.True((await rig.VerifyAsync()).IsWhole);
    }
}
