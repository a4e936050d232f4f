using System.Globalization;
using System.Text;

namespace PoliceSocial.Ledger.Entries;

/// <summary>
/// How the ledger records that facts were erased: an entry with this event, whose subject names the run of entries it allowed.
/// It is appended first; facts that are gone without such an entry after them are a fault, not an erasure.
/// </summary>
public sealed record Erasure(int Log, long First, long Last)
{
    /// <summary>The event type of an entry that allows an erasure.</summary>
    public const string Event = "FactsErased";

    private const string Kind = "entries:";

    /// <summary>The subject to give that entry, such as <c>entries:0/12-40</c>.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"{Kind}{Log}/{First}-{Last}");

    /// <summary>Reads a leaf's subject; null where the leaf allows no erasure.</summary>
    public static Erasure? Read(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> subject)
    {
        if (!eventType.SequenceEqual("FactsErased"u8))
            return null;

        var text = Encoding.ASCII.GetString(subject);
        var dash = text.LastIndexOf('-');
        return text.StartsWith(Kind, StringComparison.Ordinal) && dash > 0
            && EntryRef.Read(subject[Kind.Length..dash]) is { } first
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new(first.Log, first.Index, last)
            : null;
    }

    public bool Allows(int log, long first, long last) => log == Log && first >= First && last <= Last;
}
