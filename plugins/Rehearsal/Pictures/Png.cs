using System.Buffers.Binary;
using System.IO.Compression;

namespace PoliceSocial.Rehearsal.Pictures;

/// <summary>Writes a PNG file of 8-bit RGB pixels.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="width">In pixels, as the header says.</param>
    /// <param name="height">In pixels, as the header says.</param>
    /// <param name="rows">How many rows there really are.</param>
    /// <param name="pixel">The colour at a place, 0xRRGGBB.</param>
    public static byte[] Write(int width, int height, int rows, Func<int, int, int> pixel)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Pixels(rows == height ? width : 64, rows, pixel));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pixels(int width, int rows, Func<int, int, int> pixel)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + width * 3];
            for (var y = 0; y < rows; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var colour = pixel(x, y);
                    row[1 + x * 3] = (byte)(colour >> 16);
                    row[2 + x * 3] = (byte)(colour >> 8);
                    row[3 + x * 3] = (byte)colour;
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(type);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), body));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return crc;
    }
}
