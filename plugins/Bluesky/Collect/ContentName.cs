namespace PoliceSocial.Bluesky;

/// <summary>Reads a content identifier (CID): the network names files by their hash.</summary>
internal static class ContentName
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    // Version 1, raw bytes, SHA-256, 32 bytes long.
    private static readonly byte[] RawSha256 = [0x01, 0x55, 0x12, 0x20];

    /// <summary>The SHA-256 in the name of a file; null where the name is of another kind.</summary>
    public static byte[]? Digest(string cid)
    {
        if (!cid.StartsWith('b') || Decode(cid[1..]) is not { } bytes)
            return null;
        return bytes.Length == 36 && bytes.AsSpan().StartsWith(RawSha256) ? bytes[4..] : null;
    }

    private static byte[]? Decode(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in base32)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return null;
            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
                bytes[at++] = (byte)(buffer >> (bits -= 8));
        }
        return bytes;
    }
}
