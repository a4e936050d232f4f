using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>Identifiers follow from what they identify, so that the same night told again has the same ones.</summary>
internal static class Ids
{
    public static string Exercise(string channel, string scenario, DateTimeOffset at) =>
        "r" + Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes($"{channel}\n{scenario}\n{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}")).AsSpan(0, 6));

    public static string Message(string exercise, int cycle, string name) => $"{exercise}.{cycle.ToString(CultureInfo.InvariantCulture)}.{name}";

    public static string Sent(string exercise, string key) => $"{exercise}.sent.{key}";

    public static string Person(string exercise, string person) => $"{exercise}.p.{person}";

    /// <summary>The scenario's name of a person by their identifier; null where it is of another exercise.</summary>
    public static string? PersonOf(string exercise, string id) =>
        id.StartsWith(exercise + ".p.", StringComparison.Ordinal) ? id[(exercise.Length + 3)..] : null;

    /// <summary>The key of what the force sent by its identifier; null where it did not send it.</summary>
    public static string? KeyOf(string id) => id.Split('.') is [_, "sent", var key] ? key : null;
}
