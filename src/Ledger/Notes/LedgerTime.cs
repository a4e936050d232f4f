using System.Globalization;

namespace PoliceSocial.Ledger.Notes;

/// <summary>How the ledger writes an instant: UTC, microseconds, always 27 characters, so that text sorts as time does.</summary>
internal static class LedgerTime
{
    public const int Length = 27;
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The same text as bytes; returns how many.</summary>
    public static int Write(DateTimeOffset time, Span<byte> to)
    {
        var utc = time.UtcDateTime;
        Digits(to[..4], utc.Year);
        to[4] = (byte)'-';
        Digits(to[5..7], utc.Month);
        to[7] = (byte)'-';
        Digits(to[8..10], utc.Day);
        to[10] = (byte)'T';
        Digits(to[11..13], utc.Hour);
        to[13] = (byte)':';
        Digits(to[14..16], utc.Minute);
        to[16] = (byte)':';
        Digits(to[17..19], utc.Second);
        to[19] = (byte)'.';
        Digits(to[20..26], (int)(utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
        to[26] = (byte)'Z';
        return Length;
    }

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Whether bytes are such a text: every digit and separator in place, every part within its range.</summary>
    public static bool IsText(ReadOnlySpan<byte> text) =>
        text.Length == Length
        && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' && text[26] == 'Z'
        && IsDay((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8))
        && Two(text, 11) <= 23 && Two(text, 14) <= 59 && Two(text, 17) <= 59
        && Two(text, 20) <= 99 && Two(text, 22) <= 99 && Two(text, 24) <= 99;

    private static void Digits(Span<byte> to, int number)
    {
        for (var i = to.Length - 1; i >= 0; i--, number /= 10)
            to[i] = (byte)('0' + (number % 10));
    }

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    /// <summary>Two digits' number; something out of every range where they are not digits.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        const int NotDigits = 100_000;
        var (tens, units) = ((uint)text[at] - '0', (uint)text[at + 1] - '0');
        return tens <= 9 && units <= 9 ? (int)((tens * 10) + units) : NotDigits;
    }
}
