using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>The chain of custody as a table, and kept aside for the CASE graph.</summary>
internal static class Custody
{
    public static async Task WriteAsync(BagWriter bag, IAsyncEnumerable<CustodyLine> lines, CancellationToken ct)
    {
        await using var file = bag.Add("custody/custody.csv", Packing.Deflated);
        var sink = new TextSink(file);
        sink.Put("\uFEFF"u8).Put("number,at,who,what,ledgerEntry\r\n"u8);
        var number = 0L;
        await foreach (var line in lines.WithCancellation(ct))
        {
            sink.Put(++number).Put(","u8).Instant(line.At).Put(","u8);
            Csv.Cell(sink, line.Who);
            sink.Put(","u8);
            Csv.Cell(sink, line.What);
            sink.Put(","u8);
            if (line.Entry is { } entry)
                sink.Put(entry);
            sink.Put("\r\n"u8);
            await sink.PassAsync(ct);
        }

        await sink.EndAsync(ct);
    }
}
