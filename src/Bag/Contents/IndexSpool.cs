using System.Globalization;
using PoliceSocial.Bag.Writing;

namespace PoliceSocial.Bag.Contents;

/// <summary>Where each item's bytes lie in the WARC files; gathered while those are written, since a bag is written front to back.</summary>
internal sealed class IndexSpool : IDisposable
{
    private readonly FileStream _file;
    private readonly StreamWriter _writer;

    public IndexSpool(string folder)
    {
        _file = new(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _writer = new(_file, leaveOpen: true);
        _writer.Write("item,networkId,file,offset,length,sha256,receivedAt\r\n");
    }

    public void Add(CapturedOriginal item, string file, long offset)
    {
        var networkId = item.NetworkId.AsSpan().IndexOfAny(",\"\r\n") < 0 ? item.NetworkId : $"\"{item.NetworkId.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        _writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{item.Id},{networkId},{file},{offset},{item.Bytes.Length},{Convert.ToHexStringLower(item.Sha256.Span)},{item.ReceivedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}\r\n"));
    }

    public async Task WriteAsync(BagWriter bag, CancellationToken ct)
    {
        await _writer.FlushAsync(ct);
        _file.Position = 0;
        await using var file = bag.Add("original/index.csv", Packing.Deflated);
        await _file.CopyToAsync(file, ct);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
