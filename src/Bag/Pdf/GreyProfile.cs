using System.Buffers.Binary;
using System.Text;

namespace PoliceSocial.Bag.Pdf;

/// <summary>A minimal ICC profile (version 2.1) for grey, of gamma 2.2: what PDF/A's output intent needs where nothing has a colour.</summary>
internal static class GreyProfile
{
    private const int Header = 128;

    public static byte[] Make()
    {
        var description = Description("Grey, gamma 2.2");
        byte[] copyright = [.. "text\0\0\0\0"u8, .. "No copyright"u8, 0];
        byte[] white = [.. "XYZ \0\0\0\0"u8, 0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];
        byte[] curve = [.. "curv\0\0\0\0"u8, 0, 0, 0, 1, 2, 0x33];
        (string Name, byte[] Data)[] tags = [("desc", description), ("cprt", copyright), ("wtpt", white), ("kTRC", curve)];
        var at = Header + 4 + (tags.Length * 12);
        var profile = new MemoryStream();
        profile.SetLength(at);
        var table = new byte[4 + (tags.Length * 12)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var entry = table.AsSpan(4 + (i * 12));
            Encoding.ASCII.GetBytes(tags[i].Name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], (int)profile.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Data.Length);
            profile.Position = profile.Length;
            profile.Write(tags[i].Data);
            profile.SetLength((profile.Length + 3) / 4 * 4);
        }

        var bytes = profile.ToArray();
        table.CopyTo(bytes.AsSpan(Header));
        WriteHeader(bytes);
        return bytes;
    }

    private static void WriteHeader(byte[] bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 0x02100000);
        "mntrGRAYXYZ "u8.CopyTo(bytes.AsSpan(12));
        byte[] date = [0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
        date.CopyTo(bytes, 24);
        "acsp"u8.CopyTo(bytes.AsSpan(36));
        byte[] illuminant = [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];
        illuminant.CopyTo(bytes, 68);
    }

    private static byte[] Description(string text)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length + 1);
        return [.. "desc\0\0\0\0"u8, .. length, .. Encoding.ASCII.GetBytes(text), .. new byte[1 + 8 + 3 + 67]];
    }
}
