using System.Text;

namespace PoliceSocial.Rehearsal.Pictures;

/// <summary>Attachments that need no file: test patterns, and things that only pretend to be pictures.</summary>
internal static class TestPictures
{
    private static readonly int[] Bars = [0xC0C0C0, 0xC0C000, 0x00C0C0, 0x00C000, 0xC000C0, 0xC00000, 0x0000C0, 0x101010];

    private static readonly Dictionary<string, Func<byte[]>> All = new(StringComparer.Ordinal)
    {
        ["bars"] = () => Png.Write(320, 180, 180, (x, _) => Bars[x * Bars.Length / 320]),
        ["checks"] = () => Png.Write(240, 240, 240, (x, y) => (x / 30 + y / 30) % 2 == 0 ? 0x1D70B8 : 0xF3F2F1),
        ["dusk"] = () => Png.Write(320, 200, 200, (x, y) => y > 150 - (x * 7919 % 64) / 4 ? 0x0B0C0C : ((40 + y) << 16) | (30 << 8) | (120 - y / 2)),
        ["rings"] = () => Png.Write(200, 200, 200, (x, y) => (((x - 100) * (x - 100) + (y - 100) * (y - 100)) / 900) % 2 == 0 ? 0xFFDD00 : 0x0B0C0C),
        // Below: for trying out what the house does with what it should not trust.
        ["web page"] = () => Encoding.UTF8.GetBytes("<!doctype html><title>picture.png</title><script>document.title='executed'</script><p>Not a picture.</p>"),
        ["drawing with script"] = () => Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"document.title='executed'\"><script>document.title='executed'</script></svg>"),
        ["program"] = () => [(byte)'M', (byte)'Z', .. new byte[510]],
        ["torn"] = () => Make("bars")[..100],
        ["giant"] = () => Png.Write(60_000, 60_000, 4, (_, _) => 0),
        ["nothing"] = () => [],
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static byte[] Make(string name) => All[name]();
}
