using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// Names a post before it exists, so that publishing it twice makes one post. The name is one of the network's time-ordered identifiers:
/// the millisecond of the intent, and in the places below it what tells intents of one millisecond apart.
/// </summary>
internal static class RecordKey
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;
    private const ulong Clocks = 1_024;

    public static string Of(Outbound outbound)
    {
        // Milliseconds, because that is what survives every database.
        var micros = (ulong)Math.Max(0, outbound.IntendedAt.ToUnixTimeMilliseconds()) * 1_000;
        var number = NumberOf(outbound.Key);
        return Write(((micros + (number % 1_000)) << 10) | (number / 1_000 % Clocks));
    }

    /// <summary>When a name of this kind was made; null where it is of another kind.</summary>
    public static DateTimeOffset? TimeOf(string name)
    {
        if (name.Length != Length)
            return null;
        var value = 0UL;
        foreach (var letter in name)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            value = (value << 5) | (uint)digit;
        }

        var micros = (long)((value & long.MaxValue) >> 10);
        return DateTimeOffset.UnixEpoch.AddMicroseconds(micros);
    }

    private static ulong NumberOf(string key) =>
        ulong.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Write(ulong value) => string.Create(Length, value & long.MaxValue, static (letters, rest) =>
    {
        for (var at = letters.Length - 1; at >= 0; at--, rest >>= 5)
            letters[at] = Alphabet[(int)(rest & 31)];
    });
}
