namespace PoliceSocial.Bluesky;

/// <summary>The network's names for things.</summary>
internal static class Names
{
    public const string Posts = "app.bsky.feed.post";

    /// <summary>The most that an answer with JSON may hold.</summary>
    public const long LongestAnswer = 8 * 1024 * 1024;

    public static string PostUri(string did, string key) => $"at://{did}/{Posts}/{key}";

    /// <summary>The address of a post for people, or null where the uri is not that of a post.</summary>
    public static string? Permalink(string uri) =>
        Parts(uri) is { } parts && parts.Collection == Posts ? $"https://bsky.app/profile/{parts.Did}/post/{parts.Key}" : null;

    public static (string Did, string Collection, string Key)? Parts(string uri)
    {
        var parts = uri.Split('/');
        var isRecord = parts is ["at:", "", { Length: > 0 }, { Length: > 0 }, { Length: > 0 }] && parts[2].StartsWith("did:", StringComparison.Ordinal);
        return isRecord ? (parts[2], parts[3], parts[4]) : null;
    }
}
