using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// The exchanges with the networks as WARC 1.1 (ISO 28500:2017), and in it every item's bytes exactly as they stood in the answer: a
/// <c>metadata</c> record for each exchange; where what stood around its items is kept, its <c>request</c> and <c>response</c>; and a
/// <c>resource</c> record for each item that is in no response.
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
        var more = true;
        while (more && file.Length < LongestFile)
        {
            var exchange = items.Current.Exchange;
            more = exchange.Frame.IsEmpty ? await WritePlainAsync(sink, items, name, index, ct) : await WriteAnswerAsync(sink, items, name, index, ct);
            await sink.PassAsync(ct);
        }

        await sink.EndAsync(ct);
        return more;
    }

    /// <summary>An exchange of which nothing but its items is kept: as many items as there are, one after the other.</summary>
    private async Task<bool> WritePlainAsync(TextSink sink, IAsyncEnumerator<CapturedOriginal> items, string name, IndexSpool index, CancellationToken ct)
    {
        var exchange = items.Current.Exchange;
        Exchange(sink, exchange, null);
        var more = true;
        for (; more && items.Current.Exchange.Id == exchange.Id; more = await items.MoveNextAsync())
        {
            Item(sink, items.Current, name, index);
            await sink.PassAsync(ct);
        }

        return more;
    }

    /// <summary>An exchange whose answer can be put together: all of its items are needed at once.</summary>
    private async Task<bool> WriteAnswerAsync(TextSink sink, IAsyncEnumerator<CapturedOriginal> items, string name, IndexSpool index, CancellationToken ct)
    {
        var exchange = items.Current.Exchange;
        var brought = new List<CapturedOriginal>();
        var more = true;
        for (; more && items.Current.Exchange.Id == exchange.Id; more = await items.MoveNextAsync())
            brought.Add(items.Current);
        ct.ThrowIfCancellationRequested();
        var answer = Answer.Of(exchange, brought);
        Exchange(sink, exchange, answer);
        Request(sink, exchange);
        var start = Response(sink, exchange, answer);
        foreach (var item in brought)
        {
            if (answer.Offsets.TryGetValue(item.Id, out var offset))
                index.Add(item, name, start + offset);
            else
                Item(sink, item, name, index);
        }

        return more;
    }

    private void Request(TextSink sink, CapturedExchange exchange)
    {
        var request = Secrets.OutOfRequest(OneLine(exchange.Request));
        var method = request.Split(' ', 2)[0];
        if (!Uri.TryCreate(AddressIn(request), UriKind.Absolute, out var uri))
            return;
        Head(sink, "request", _ids.Urn(IdentifierKind.Request, exchange.Id), exchange.Started);
        Target(sink, request);
        sink.Put("WARC-Concurrent-To: <"u8).Put(_ids.Urn(IdentifierKind.Answer, exchange.Id)).Put(">\r\n"u8);
        Body(sink, "application/http; msgtype=request", Encoding.UTF8.GetBytes($"{method} {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\n\r\n"));
    }

    /// <summary>The answer as HTTP; where its payload begins.</summary>
    private long Response(TextSink sink, CapturedExchange exchange, Answer answer)
    {
        Head(sink, "response", _ids.Urn(IdentifierKind.Answer, exchange.Id), exchange.Started);
        Target(sink, Secrets.OutOfRequest(OneLine(exchange.Request)));
        sink.Put("WARC-Concurrent-To: <"u8).Put(_ids.Urn(IdentifierKind.Exchange, exchange.Id)).Put(">\r\nWARC-Payload-Digest: sha256:"u8)
            .Put(Base32.Of(SHA256.HashData(answer.Payload.Span))).Put("\r\n"u8);
        if (!answer.IsWhole)
            sink.Put("WARC-Truncated: unspecified\r\n"u8);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {exchange.Status} \r\n");
        foreach (var header in HeadersOf(exchange).Where(h => !h.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
            head.Append(header).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {exchange.Type}\r\nContent-Length: {answer.Payload.Length}\r\n\r\n");
        var http = Encoding.UTF8.GetBytes(head.ToString());
        return Body(sink, "application/http; msgtype=response", [.. http, .. answer.Payload.Span]) + http.Length;
    }

    private static string[] HeadersOf(CapturedExchange exchange) =>
        Secrets.OutOfHeaders(exchange.Headers).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Info(TextSink sink, string name)
    {
        var body = Encoding.UTF8.GetBytes($"software: {OneLine(disclosure.Producer)}\r\nformat: WARC file version 1.1\r\noperator: {OneLine(disclosure.MadeBy)}, {OneLine(disclosure.Force)}\r\ndescription: {OneLine(disclosure.Scope)}; credentials removed\r\n");
        Head(sink, "warcinfo", _ids.Urn(IdentifierKind.WarcFile, _files.Count), disclosure.MadeAt);
        sink.Put("WARC-Filename: "u8).Put(name[(name.LastIndexOf('/') + 1)..]).Put("\r\n"u8);
        Body(sink, "application/warc-fields", body);
    }

    private void Exchange(TextSink sink, CapturedExchange exchange, Answer? answer)
    {
        var request = Secrets.OutOfRequest(OneLine(exchange.Request));
        var text = new StringBuilder();
        text.Append(exchange.Said.Length > 0 ? $"about: {OneLine(exchange.Said)}" : string.Create(CultureInfo.InvariantCulture, $"request: {request}\r\nstatus: {exchange.Status}"));
        text.Append("\r\nfinished: ").Append(exchange.Finished.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        text.Append("\r\nanswer: ").Append(answer?.Said ?? "its items alone are kept");
        if (exchange.Sha256.Length > 0)
            text.Append("\r\nanswer-sha256: ").Append(Convert.ToHexStringLower(exchange.Sha256.Span));
        foreach (var header in HeadersOf(exchange))
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
        if (Uri.TryCreate(AddressIn(request), UriKind.Absolute, out var uri))
            sink.Put("WARC-Target-URI: "u8).Put(uri.AbsoluteUri).Put("\r\n"u8);
        else
            sink.Put("WARC-Target-URI: urn:policesocial:exchange\r\n"u8);
    }

    private static string AddressIn(string request) => request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..];

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
