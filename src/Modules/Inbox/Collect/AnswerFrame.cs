using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PoliceSocial.Inbox.Collect;

/// <summary>
/// What of a network's answer (JSON) stands around the items that were taken from it. An item is replaced by its mark, since its bytes are
/// stored with it; other people's things by a mark of nothing; the value of what opens an account by asterisks. So the answer is kept
/// without a byte of it stored twice, and without what the force did not ask for.
/// </summary>
internal static partial class AnswerFrame
{
    private const int LongestBody = 16 << 20;
    private const int Longest = 64 << 10;
    private const byte Item = 1;
    private const byte Other = 2;

    /// <summary>The frame; null where there is no answer, where it is no JSON, where no item is found in it, or where it would be long.</summary>
    public static byte[]? Of(ReadOnlyMemory<byte> body, IReadOnlyList<Arrival> items)
    {
        if (body.Length is 0 or > LongestBody || items.Count == 0)
            return null;
        var cuts = new List<Cut>();
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            if (!reader.Read() || !Walk(ref reader, body.Span, items.ToLookup(i => i.Item.Raw.Length), cuts, secret: false) || reader.Read())
                return null;
        }
        catch (JsonException)
        {
            // Not every network answers JSON: then the answer's hash is all that is kept, and evidence says so.
            return null;
        }

        return Write(body.Span, cuts);
    }

    /// <summary>Walks over a value; true where it is an item or holds one.</summary>
    private static bool Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, ILookup<int, Arrival> items, List<Cut> cuts, bool secret)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            if (secret && reader.TokenType == JsonTokenType.String)
                cuts.Add(new(start, (int)reader.BytesConsumed, "\"***\""));
            return false;
        }

        var after = reader;
        after.Skip();
        var end = (int)after.BytesConsumed;
        if (Find(body[start..end], items) is { } found)
        {
            cuts.Add(new(start, end, $"{(char)Item}{Convert.ToHexStringLower(found.RawSha256.AsSpan(0, 16))}{(char)Item}"));
            reader = after;
            return true;
        }

        var (before, holds, isEmpty) = (cuts.Count, false, true);
        for (var name = false; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); isEmpty = false)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                name = Secret().IsMatch(reader.GetString()!);
            else
                holds |= Walk(ref reader, body, items, cuts, name);
        }

        if (holds || isEmpty)
            return holds;
        cuts.RemoveRange(before, cuts.Count - before);
        cuts.Add(new(start, end, $"{(char)Other}"));
        return false;
    }

    private static Arrival? Find(ReadOnlySpan<byte> value, ILookup<int, Arrival> items)
    {
        foreach (var item in items[value.Length])
        {
            if (item.Item.Raw.Span.SequenceEqual(value))
                return item;
        }

        return null;
    }

    private static byte[]? Write(ReadOnlySpan<byte> body, List<Cut> cuts)
    {
        using var frame = new MemoryStream();
        var at = 0;
        foreach (var cut in cuts)
        {
            frame.Write(body[at..cut.Start]);
            frame.Write(Encoding.ASCII.GetBytes(cut.By));
            at = cut.End;
        }

        frame.Write(body[at..]);
        return frame.Length <= Longest ? frame.ToArray() : null;
    }

    /// <summary>Names of values that open an account.</summary>
    [GeneratedRegex("token|secret|passw|jwt|authori[sz]ation|credential|cookie|session|signature|api.?key", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    /// <summary>A part of the answer and what stands for it.</summary>
    private readonly record struct Cut(int Start, int End, string By);
}
