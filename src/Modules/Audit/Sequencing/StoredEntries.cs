using System.Buffers;
using System.Runtime.CompilerServices;
using PoliceSocial.Ledger.Tree;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>Reads entries back as they are stored now, whatever was done to them meanwhile.</summary>
internal static class StoredEntries
{
    public static readonly Statement<StoredEntry> Between = Statement.Of<StoredEntry>(
        """
        SELECT e.Number, e.EventId, e.At, e.Type, e.Act, e.ActId, e.ActorKind, e.ActorId, e.SubjectKind, e.SubjectId, e.SubjectName, e.SessionId,
               e.HasPurpose, e.Family, d.Salt, w.Text AS Shape, d.Facts AS Packed, x.Seal, x.AllowedBy
        FROM audit.Entry e
        LEFT JOIN audit.Detail d ON d.Number = e.Number
        LEFT JOIN audit.Word w ON w.Id = d.Shape
        LEFT JOIN audit.Erased x ON x.Number = e.Number
        WHERE e.Number >= @from AND e.Number < @to
        ORDER BY e.Number
        """);

    /// <summary>The entries from one number up to another, each in its place; one that is not there or cannot be read is null.</summary>
    public static async Task<StoredEntry?[]> ReadAsync(IRead store, long from, long to, CancellationToken ct)
    {
        var entries = new StoredEntry?[to - from];
        try
        {
            foreach (var row in await store.QueryAsync(Between, new { from, to }, ct))
                entries[row.Number - from] = row;
            return entries;
        }
        catch (Exception e) when (e is not OperationCanceledException && to - from > 1)
        {
            // A store that was tampered with may not even read: find out which row it is.
            for (var number = from; number < to; number++)
                entries[number - from] = (await ReadAsync(store, number, number + 1, ct))[0];
            return entries;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return entries;
        }
    }

    /// <summary>Writes the leaf of a stored entry and returns its hash; null where no leaf can be made of what is stored.</summary>
    public static TreeHash? Leaf(StoredEntry entry, Func<int, string?> words, ArrayBufferWriter<byte> leaf)
    {
        leaf.ResetWrittenCount();
        try
        {
            return Seal(entry) is { } seal ? Sequencing.Leaf.Write(entry, seal, words, leaf) : null;
        }
        catch (Exception e) when (e is ArgumentException or SwitchExpressionException)
        {
            return null;
        }
    }

    private static TreeHash? Seal(StoredEntry entry) => entry switch
    {
        { Salt: { } salt, Facts: { } facts } => Sequencing.Leaf.Seal(salt, facts),
        { Seal: { Length: TreeHash.Length } seal } => new TreeHash(seal),
        _ => null,
    };
}
