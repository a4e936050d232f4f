using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Bag.Contents;

/// <summary>A network's answer put together again from what stood around its items and from those items that are in the export.</summary>
/// <param name="Payload">Its bytes; where something is not of this export or was never kept, <c>null</c> stands.</param>
/// <param name="Offsets">Where in it each item begins.</param>
/// <param name="IsWhole">True where it is what was received, byte for byte: its SHA-256 is the one that was stored on receipt.</param>
/// <param name="Said">The same in words.</param>
internal sealed record Answer(ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<long, long> Offsets, bool IsWhole, string Said)
{
    private const byte Item = 1;
    private const byte Other = 2;
    private const int MarkLength = 34;

    public static Answer Of(CapturedExchange exchange, IReadOnlyList<CapturedOriginal> items)
    {
        var byMark = items.GroupBy(i => Convert.ToHexStringLower(i.Sha256.Span[..16]), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var offsets = new Dictionary<long, long>();
        using var payload = new MemoryStream();
        var others = 0;
        var rest = exchange.Frame.Span;
        while (rest.IndexOfAny(Item, Other) is >= 0 and var at)
        {
            payload.Write(rest[..at]);
            var item = rest[at] == Item ? byMark.GetValueOrDefault(Encoding.ASCII.GetString(rest.Slice(at + 1, MarkLength - 2))) : null;
            if (item is null)
                others++;
            else
                offsets.TryAdd(item.Id, payload.Length);
            payload.Write(item is null ? "null"u8 : item.Bytes.Span);
            rest = rest[(at + (rest[at] == Item ? MarkLength : 1))..];
        }

        payload.Write(rest);
        var bytes = payload.ToArray();
        var isWhole = SHA256.HashData(bytes).AsSpan().SequenceEqual(exchange.Sha256.Span);
        return new(bytes, offsets, isWhole, isWhole
            ? "whole, byte for byte as received"
            : FormattableString.Invariant($"in part: {others} things that are not of this export stand as null; what opens an account stands as ***"));
    }
}
