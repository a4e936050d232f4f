using System.Text.RegularExpressions;

namespace PoliceSocial.Bluesky;

/// <summary>What the network says of an error: a name, and a sentence that is shown to staff only after it has been cleaned.</summary>
internal sealed partial record NetworkError(string Name, string Sentence)
{
    private const int Longest = 200;
    private static readonly NetworkError None = new("", "");

    public static NetworkError Read(ReadOnlyMemory<byte> body)
    {
        using var json = Json.TryParse(body);
        if (json is null)
            return None;
        var name = Json.Text(json.RootElement, "error") ?? "";
        var message = Json.Text(json.RootElement, "message") ?? Json.Text(json.RootElement, "error_description") ?? "";
        return new NetworkError(name.Length <= 64 ? name : "", Clean(message));
    }

    // A server may repeat what it was sent. Whatever looks like a token or an app password does not reach a log or a screen.
    private static string Clean(string message)
    {
        var line = Controls().Replace(message, " ");
        line = Credentials().Replace(line, "***");
        return line.Length <= Longest ? line.Trim() : $"{line[..Longest].Trim()}…";
    }

    [GeneratedRegex(@"[\p{C}]+")]
    private static partial Regex Controls();

    [GeneratedRegex(@"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b|\S{32,}|(?<=(?i:bearer|dpop|password\S*)\s+)\S+")]
    private static partial Regex Credentials();
}
