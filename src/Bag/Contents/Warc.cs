using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// The exchanges with the networks as WARC 1.1 (ISO 28500:2017), and in it every item's bytes exactly as they stood in the answer:
/// a <c>metadata</c> record for each exchange, then a <c>resource</c> record for each item that it brought.
/// </summary>
internal sealed class Warc(BagWriter bag, Disclosure disclosure)
{
    private readonly Identifiers _ids = new(disclosure);
    private const long LongestFile = 1L << 30;
    private readonly List<string> _files = [];

    /// <summary>Writes them, in files of about a gigabyte, and the index that finds an item's bytes.</summary>
    public async Task WriteAsync(IAsyncEnumerable<CapturedOriginal> originals, string folder, CancellationToken ct)
    {
        using var index = new IndexSpool(folder);
        await using (var items = originals.GetAsyncEnumerator(ct))
        {
            for (var more = await items.MoveNextAsync(); more;)
                more = await WriteFileAsync(items, index, ct);
        }

        await index.WriteAsync(bag, ct);
    }

    private async Task<bool> WriteFileAsync(IAsyncEnumerator<CapturedOriginal> items, IndexSpool index, CancellationToken ct)
    {
        var name = FormattableString.Invariant($"original/exchanges-{_files.Count + 1:00000}.warc");
        _files.Add(name);
        await using var file = bag.Add(name, Packing.Deflated);
        var sink = new TextSink(file);
        Info(sink, name);
        var (more, exchange) = (true, default(long?));
        while (more && file.Length < LongestFile)
        {
            var item = items.Current;
            if (item.Exchange.Id != exchange)
                Exchange(sink, item.Exchange);
            exchange = item.Exchange.Id;
            Item(sink, item, name, index);
            await sink.PassAsync(ct);
            more = await items.MoveNextAsync();
        }

        await sink.EndAsync(ct);
        return more;
    }

    private void Info(TextSink sink, string name)
    {
        var body = Encoding.UTF8.GetBytes($"software: {OneLine(disclosure.Producer)}\r\nformat: WARC file version 1.1\r\noperator: {OneLine(disclosure.MadeBy)}, {OneLine(disclosure.Force)}\r\ndescription: {OneLine(disclosure.Scope)}; credentials removed\r\n");
        Head(sink, "warcinfo", _ids.Urn(IdentifierKind.WarcFile, _files.Count), disclosure.MadeAt);
        sink.Put("WARC-Filename: "u8).Put(name[(name.LastIndexOf('/') + 1)..]).Put("\r\n"u8);
        Body(sink, "application/warc-fields", body);
    }

    private void Exchange(TextSink sink, CapturedExchange exchange)
    {
        var request = Secrets.OutOfRequest(OneLine(exchange.Request));
        var text = new StringBuilder().Append("request: ").Append(request).Append("\r\nstatus: ").Append(exchange.Status);
        text.Append("\r\nfinished: ").Append(exchange.Finished.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture));
        if (exchange.Sha256.Length > 0)
            text.Append("\r\nanswer-sha256: ").Append(Convert.ToHexStringLower(exchange.Sha256.Span));
        foreach (var header in Secrets.OutOfHeaders(exchange.Headers).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            text.Append("\r\nanswer-header: ").Append(header);
        Head(sink, "metadata", _ids.Urn(IdentifierKind.Exchange, exchange.Id), exchange.Started);
        Target(sink, request);
        Body(sink, "application/warc-fields", Encoding.UTF8.GetBytes(text.Append("\r\n").ToString()));
    }

    private void Item(TextSink sink, CapturedOriginal item, string name, IndexSpool index)
    {
        Head(sink, "resource", _ids.Urn(IdentifierKind.Item, item.Id), item.ReceivedAt);
        Target(sink, Secrets.OutOfRequest(OneLine(item.Exchange.Request)));
        sink.Put("WARC-Concurrent-To: <"u8).Put(_ids.Urn(IdentifierKind.Exchange, item.Exchange.Id)).Put(">\r\n"u8);
        var start = Body(sink, OneLine(item.Type), item.Bytes.Span);
        index.Add(item, name, start);
    }

    private static void Head(TextSink sink, string type, string id, DateTimeOffset at) => sink
        .Put("WARC/1.1\r\nWARC-Type: "u8).Put(type).Put("\r\nWARC-Record-ID: <"u8).Put(id).Put(">\r\nWARC-Date: "u8).Instant(at).Put("\r\n"u8);

    private static void Target(TextSink sink, string request)
    {
        var address = request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
            sink.Put("WARC-Target-URI: "u8).Put(uri.AbsoluteUri).Put("\r\n"u8);
        else
            sink.Put("WARC-Target-URI: urn:policesocial:exchange\r\n"u8);
    }

    private static long Body(TextSink sink, string type, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        sink.Put("WARC-Block-Digest: sha256:"u8).Put(Base32.Of(hash)).Put("\r\nContent-Type: "u8).Put(type).Put("\r\nContent-Length: "u8).Put(body.Length).Put("\r\n\r\n"u8);
        var start = sink.Position;
        sink.Put(body).Put("\r\n\r\n"u8);
        return start;
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? text : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
