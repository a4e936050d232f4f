namespace PoliceSocial.Bag.Contents;

/// <summary>RFC 4648 base32, in which WARC's digests are written by custom.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length + 4) / 5) * 8];
        text.Fill('=');
        var (bits, held, at) = (0, 0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text[at++] = Alphabet[(held >> (bits - 5)) & 31];
            held &= (1 << bits) - 1;
        }

        if (bits > 0)
            text[at] = Alphabet[(held << (5 - bits)) & 31];
        return new(text);
    }
}
