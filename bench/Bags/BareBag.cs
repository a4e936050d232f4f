using System.IO.Compression;
using System.Security.Cryptography;

namespace PoliceSocial.Bench.Bags;

/// <summary>The limit: packs the same bytes into a zip with a running SHA-256, and for verifying hashes them with both of the bag's hashes.</summary>
internal static class BareBag
{
    public static List<(string Name, byte[] Bytes)> Unpack(string bag)
    {
        using var zip = ZipFile.OpenRead(bag);
        return [.. zip.Entries.Select(e => (e.FullName, Read(e)))];
    }

    public static void Pack(List<(string Name, byte[] Bytes)> files, string path, bool stored)
    {
        using (var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18))
        {
            using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, bytes) in files)
                {
                    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                    using var entry = zip.CreateEntry(name, stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                    for (var at = 0; at < bytes.Length; at += 1 << 18)
                    {
                        var block = bytes.AsSpan(at, Math.Min(1 << 18, bytes.Length - at));
                        hash.AppendData(block);
                        entry.Write(block);
                    }
                }
            }

            output.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    public static void Hash(List<(string Name, byte[] Bytes)> files)
    {
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        foreach (var (_, bytes) in files)
        {
            SHA256.HashData(bytes, hash);
            SHA512.HashData(bytes, hash);
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
