using System.Globalization;
using System.Text;

namespace PoliceSocial.Bluesky;

/// <summary>Counts as the network does: what people see as characters, and at most ten bytes for each of them.</summary>
internal static class TextLength
{
    public const int Post = 300;
    public const int PrivateMessage = 1_000;

    // Both limits of bytes are ten times those of characters, so one count answers for both.
    private const int BytesEach = 10;

    public static int Count(string text) =>
        Math.Max(new StringInfo(text).LengthInTextElements, (Encoding.UTF8.GetByteCount(text) + BytesEach - 1) / BytesEach);
}
