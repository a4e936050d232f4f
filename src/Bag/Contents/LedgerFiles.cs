using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>The ledger's extract: key, checkpoint, entries, and a proof for each.</summary>
internal static class LedgerFiles
{
    public static async Task WriteAsync(BagWriter bag, LedgerExtract extract, string folder, CancellationToken ct)
    {
        await bag.AddTextAsync("ledger/log.pub", extract.Key, ct);
        await bag.AddTextAsync("ledger/checkpoint.txt", extract.Checkpoint, ct);
        await using var proofs = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await using (var file = bag.Add("ledger/entries.jsonl", Packing.Deflated))
            await EntriesAsync(extract, new TextSink(file), proofs, ct);
        proofs.Position = 0;
        await using var rest = bag.Add("ledger/proofs.jsonl", Packing.Deflated);
        await proofs.CopyToAsync(rest, ct);
    }

    private static async Task EntriesAsync(LedgerExtract extract, TextSink sink, FileStream proofs, CancellationToken ct)
    {
        await using var writer = new StreamWriter(proofs, leaveOpen: true);
        await foreach (var entry in extract.Entries.WithCancellation(ct))
        {
            sink.Put(entry.Line).Put("\n"u8);
            await sink.PassAsync(ct);
            await writer.WriteAsync($$"""{"index":{{entry.Index}},"path":[{{string.Join(',', entry.Path.Select(h => $"\"{h}\""))}}]}""" + "\n");
        }

        await sink.EndAsync(ct);
    }
}
