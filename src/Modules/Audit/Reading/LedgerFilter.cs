using System.Globalization;
using PoliceSocial.Contracts;

namespace PoliceSocial.Audit.Reading;

/// <summary>The question to the ledger, as the page's sentence puts it: what whom did to what, between when and when.</summary>
internal sealed record LedgerFilter
{
    /// <summary>A person's id, or <c>service</c>, <c>command-line</c>, <c>stranger</c>; empty for anyone.</summary>
    public string Who { get; init; } = "";

    /// <summary><c>conversation 123</c> or <c>conversation:123</c>; empty for anything.</summary>
    public string What { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Kinds of record; none for all.</summary>
    public IReadOnlyList<Family> Families { get; init; } = [];

    /// <summary>Whether it asks for everything there is.</summary>
    public bool IsEmpty => ToAddress() == "/audit";

    /// <summary>Whether it asks for kinds that are rare only: they have an index of their own.</summary>
    public bool IsOfRareKinds => Families.Count > 0 && Families.All(f => f is not (Family.Collected or Family.Operated));

    /// <summary>Where the next page begins: the time and number of the last entry shown, as <c>microseconds.number</c>.</summary>
    public string Before { get; init; } = "";

    /// <summary>The subject as entries name it.</summary>
    public string Subject => What.Trim().ToLowerInvariant() is { Length: > 0 } what and not "anything" ? what.Replace(' ', ':') : "";

    public (long At, long Number) BeforeKey =>
        Before.Split('.') is [var at, var number]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micro)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (micro, n) : (long.MaxValue, long.MaxValue);

    /// <summary>The address that asks the same, with something changed.</summary>
    public string ToAddress(string? before = null)
    {
        var parts = new List<string>();
        Add("who", Who);
        Add("what", What);
        Add("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        foreach (var family in Families)
            Add("family", family.ToString());
        Add("before", before ?? "");
        return parts.Count == 0 ? "/audit" : "/audit?" + string.Join('&', parts);

        void Add(string name, string value)
        {
            if (value.Length > 0)
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }
}
