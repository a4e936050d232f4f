using System.Globalization;
using System.IO.Compression;
using PoliceSocial.Bag.Paths;
using PoliceSocial.Bag.Verify;

namespace PoliceSocial.Bag.Zip;

/// <summary>A bag in its zip. Nothing is unpacked before names, sizes and layout are known to be harmless.</summary>
internal sealed class ZipSource : IBagSource
{
    private const int SmallFile = 1 << 20;
    private readonly FileStream _zip;
    private readonly Dictionary<string, BagItem> _items = new(StringComparer.Ordinal);

    public ZipSource(string file, VerifyOptions options)
    {
        _zip = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
        try
        {
            var records = new ZipIndex(_zip).Read(options.MostFiles);
            CheckSizes(records, options);
            CheckNames(records);
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, BagItem> Items => _items;

    public Stream Open(BagItem item)
    {
        var record = (ZipRecord)item.Where;
        var local = new ZipLocal(_zip, record, _zip.Length);
        local.End();
        _zip.Position = local.DataStart;
        var packed = new PartStream(_zip, record.Packed);
        var plain = record.Method == ZipFormat.Stored ? packed : (Stream)new DeflateStream(packed, CompressionMode.Decompress);
        return new CheckedStream(plain, packed, record);
    }

    public void Dispose() => _zip.Dispose();

    private static void CheckSizes(IReadOnlyList<ZipRecord> records, VerifyOptions options)
    {
        var total = 0L;
        foreach (var record in records)
        {
            total = checked(total + record.Length);
            if (total > options.MostBytes)
                throw new BagRefusedException(string.Create(CultureInfo.InvariantCulture, $"Unpacked, the files would have more than {options.MostBytes:N0} bytes."));
            if (record.Length > SmallFile && record.Length / options.MostRatio > record.Packed)
                throw new BagRefusedException(string.Create(CultureInfo.InvariantCulture, $"'{record.Path}' would be more than {options.MostRatio} times as large when unpacked: such a file is made to fill a disk."));
            if (record.Method == ZipFormat.Stored && record.Length != record.Packed)
                throw new BagRefusedException($"'{record.Path}' is stored as it is, and yet has two sizes.");
        }
    }

    private void CheckNames(IReadOnlyList<ZipRecord> records)
    {
        var names = new NameSet();
        var folder = default(string);
        foreach (var record in records)
        {
            if (names.Add(record.Path) is { } refusal)
                throw new BagRefusedException($"'{Printable(record.Path)}' cannot be in a bag: {refusal}.");
            var slash = record.Path.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 || (folder is not null && folder != record.Path[..slash]))
                throw new BagRefusedException($"'{record.Path}' lies outside the bag's folder.");
            folder = record.Path[..slash];
            _items.Add(record.Path[(slash + 1)..], new(record.Path[(slash + 1)..], record.Length, record));
        }
    }

    private static string Printable(string path) => string.Concat(path.Take(200).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
