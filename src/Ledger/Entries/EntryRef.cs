using System.Globalization;
using System.Text;

namespace PoliceSocial.Ledger.Entries;

/// <summary>Names one entry of a ledger: which log, and its place in it. Written <c>log/index</c>.</summary>
public readonly record struct EntryRef(int Log, long Index)
{
    public static EntryRef? Read(ReadOnlySpan<byte> text) => Read(Encoding.ASCII.GetString(text));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Log}/{Index}");

    private static EntryRef? Read(string text) =>
        text.Split('/') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var log)
        && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && new EntryRef(log, index) is var entry && string.Equals(entry.ToString(), text, StringComparison.Ordinal) ? entry : null;
}
