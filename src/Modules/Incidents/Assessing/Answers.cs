using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PoliceSocial.Incidents.Assessing;

/// <summary>What was answered under each heading of an assessment or a decision, as it is stored.</summary>
internal static class Answers
{
    private const int Longest = 4_000;

    // Stored in a column and shown escaped by the page, never written into markup.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Only the headings that there are, in their order, without empty ones.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<Heading> headings, IReadOnlyDictionary<string, string?> typed) =>
        headings.Where(h => !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(h.Code))).ToDictionary(h => h.Code, h => typed[h.Code]!.Trim(), StringComparer.Ordinal);

    /// <summary>What is missing or too long, each with its heading's code.</summary>
    public static IEnumerable<(string Code, string Words)> Problems(IEnumerable<Heading> headings, IReadOnlyDictionary<string, string?> typed)
    {
        foreach (var heading in headings)
        {
            var text = typed.GetValueOrDefault(heading.Code);
            if (heading.Required && string.IsNullOrWhiteSpace(text))
                yield return (heading.Code, $"Enter something under {heading.Name}, if only that nothing is known");
            else if (text?.Length > Longest)
                yield return (heading.Code, $"{heading.Name} must be 4,000 characters or less");
        }
    }

    public static string Store(IReadOnlyDictionary<string, string> answers) => JsonSerializer.Serialize(answers, Json);

    public static IReadOnlyDictionary<string, string> Read(string stored) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(stored, Json) ?? [];

    /// <summary>With each heading's name; a code that a later edition no longer has stands for itself.</summary>
    public static IReadOnlyList<IncidentRecordPart> Told(IEnumerable<Heading> headings, string stored)
    {
        var all = headings.ToList();
        return [.. Read(stored).Select(a => new IncidentRecordPart(ServiceProfile.NameIn(all, a.Key), a.Value))];
    }

    /// <summary>For events, which hold no words: proves what was written.</summary>
    public static string Sha256(string stored) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(stored)));
}
