using System.Text;
using System.Text.Json;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>
/// Facts taken apart into the names, which every event of a type repeats and which are stored once, and the values. Put together
/// they are the same bytes again; facts that would not be are kept whole.
/// </summary>
internal static class FactsShape
{
    /// <summary>The longest shape that is kept as a word.</summary>
    private const int Longest = 200;

    /// <summary>JSON never holds it unescaped.</summary>
    private const char Between = '\u001f';

    /// <summary>The shape, empty where the facts are kept whole, and what is stored beside it.</summary>
    public static (string Shape, string Packed) Split(string facts)
    {
        var bytes = Encoding.UTF8.GetBytes(facts);
        var reader = new Utf8JsonReader(bytes);
        var (names, values) = (new StringBuilder(), new StringBuilder(facts.Length));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Append(names.Length == 0 ? "" : ",").Append(Encoding.UTF8.GetString(reader.ValueSpan));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values.Append(values.Length == 0 ? "" : Between).Append(Encoding.UTF8.GetString(bytes.AsSpan(start, (int)reader.BytesConsumed - start)));
        }

        var (shape, packed) = (names.ToString(), values.ToString());
        return shape.Length is > 0 and <= Longest && Whole(shape, packed) == facts ? (shape, packed) : ("", facts);
    }

    /// <summary>The facts as they were; where what is stored was tampered with, something else.</summary>
    public static string Whole(string? shape, string packed)
    {
        if (string.IsNullOrEmpty(shape))
            return packed;
        var count = shape.AsSpan().Count(',') + 1;
        if (packed.AsSpan().Count(Between) + 1 != count)
            return packed;
        var length = shape.Length + packed.Length + (2 * count) + 3;
        return string.Create(length, (shape, packed), static (facts, parts) => Join(facts, parts.shape, parts.packed));
    }

    private static void Join(Span<char> facts, ReadOnlySpan<char> names, ReadOnlySpan<char> values)
    {
        facts[0] = '{';
        var at = 1;
        foreach (var place in names.Split(','))
        {
            var end = values.IndexOf(Between);
            if (at > 1)
                facts[at++] = ',';
            facts[at++] = '"';
            Put(names[place], facts, ref at);
            facts[at++] = '"';
            facts[at++] = ':';
            Put(end < 0 ? values : values[..end], facts, ref at);
            values = values[(end + 1)..];
        }

        facts[at] = '}';
    }

    private static void Put(ReadOnlySpan<char> text, Span<char> facts, ref int at)
    {
        text.CopyTo(facts[at..]);
        at += text.Length;
    }
}
