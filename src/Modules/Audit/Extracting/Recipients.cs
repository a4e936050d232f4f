using System.Text.Json;
using PoliceSocial.Contracts;

namespace PoliceSocial.Audit.Extracting;

/// <summary>Who got what was disclosed. Every event of that family says so, under one of these names; a test holds them to it.</summary>
internal static class Recipients
{
    public static readonly IReadOnlyList<string> Names = ["Recipient", "Destination"];

    /// <summary>The recipient; empty where nothing was disclosed, or where it was erased with the details.</summary>
    public static string Of(Family family, string? facts)
    {
        if (family != Family.Disclosed || facts is null)
            return "";
        try
        {
            using var json = JsonDocument.Parse(facts);
            return json.RootElement.EnumerateObject()
                .Where(p => p.Value.ValueKind == JsonValueKind.String && Names.Contains(p.Name, StringComparer.OrdinalIgnoreCase))
                .Select(p => p.Value.GetString()!).FirstOrDefault("");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Tampered with: the ledger's own verification names the entry, and the extract shows it all the same.
            return "";
        }
    }
}
