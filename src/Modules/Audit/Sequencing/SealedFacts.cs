using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PoliceSocial.Ledger.Entries;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>
/// The line that a leaf seals: the event's facts, and behind them what the leaf may not say openly, since it can be personal: the
/// network address, the purpose in the person's words, and a subject that is more than an identifier.
/// </summary>
internal static class SealedFacts
{
    public const string Address = "$address";
    public const string Purpose = "$purpose";
    public const string Subject = "$subject";

    public static string Of(OutboxRow row)
    {
        var address = Origin.Of(row.Origin).Address;
        var subject = Sequencing.Subject.Fits(row.Subject) ? null : row.Subject;
        var facts = Fitting(row.Facts);
        return address is null && row.Purpose is null && subject is null
            ? facts
            : With(facts, (Address, address), (Purpose, row.Purpose), (Subject, subject));
    }

    private static string With(string facts, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in more)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        var added = Encoding.UTF8.GetString(bytes.WrittenSpan);
        return facts == "{}" ? added : $"{facts.AsSpan(0, facts.Length - 1)},{added.AsSpan(1)}";
    }

    /// <summary>Facts too long for an entry are kept as their hash: the ledger must go on, and the hash still proves them.</summary>
    private static string Fitting(string facts)
    {
        const int RoomForMore = 8_192;
        var bytes = Encoding.UTF8.GetByteCount(facts);
        return bytes <= Facts.Longest - RoomForMore && facts.StartsWith('{')
            ? facts
            : $$"""{"$sha256":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))}}","$bytes":{{bytes}}}""";
    }
}
