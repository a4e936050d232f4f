using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// Tables for spreadsheets (RFC 4180, UTF-8 with a mark so that they are read as such). A cell that a spreadsheet would run as a
/// formula gets an apostrophe before it; the JSON beside it has the text as it was.
/// </summary>
internal static class Csv
{
    public static async Task TimelineAsync(BagWriter bag, Spool spool, CancellationToken ct)
    {
        await using var file = bag.Add("timeline.csv", Packing.Deflated);
        var sink = new TextSink(file);
        sink.Put("\uFEFF"u8).Put("number,at,kind,conversation,id,channel,audience,who,handle,text,networkId,permalink,receivedAt,sha256,exhibit,removed,media,incident\r\n"u8);
        var number = 0L;
        await foreach (var line in spool.LinesAsync(ct))
        {
            sink.Put(++number).Put(","u8).Instant(line.At).Put(","u8).Put(Words.Of(line.Kind)).Put(","u8);
            if (line.Conversation != 0)
                sink.Put(line.Conversation);
            sink.Put(","u8).Put(line.Id);
            foreach (var cell in (ReadOnlySpan<string>)[line.Channel, line.Audience, line.Who, line.Handle, line.Text, line.NetworkId, line.Permalink])
                Cell(sink.Put(","u8), cell);
            sink.Put(","u8);
            if (line.ReceivedAt is { } received)
                sink.Instant(received);
            foreach (var cell in (ReadOnlySpan<string>)[line.Sha256, line.Exhibit, line.Removed, string.Join(' ', line.Media.Where(m => m.Name.Length > 0).Select(m => $"media/{m.Name}")), line.Incident])
                Cell(sink.Put(","u8), cell);
            sink.Put("\r\n"u8);
            await sink.PassAsync(ct);
        }

        await sink.EndAsync(ct);
    }

    public static void Cell(TextSink sink, string text)
    {
        var guard = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (!guard && text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            sink.Put(text);
            return;
        }

        sink.Put(guard ? "\"'"u8 : "\""u8).Put(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text).Put("\""u8);
    }
}
