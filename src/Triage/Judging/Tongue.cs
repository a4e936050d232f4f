namespace PoliceSocial.Triage.Judging;

/// <summary>The language of a message.</summary>
/// <param name="Code">Its ISO 639-1 code in lower case; <c>und</c> where the text is too short to tell.</param>
/// <param name="Name">Its English name, or “not known”.</param>
public sealed record Tongue(string Code, string Name)
{
    /// <summary>English.</summary>
    public static readonly Tongue English = new("en", "English");

    /// <summary>Welsh.</summary>
    public static readonly Tongue Welsh = new("cy", "Welsh");

    /// <summary>Too short to tell, or no words at all.</summary>
    public static readonly Tongue Unknown = new("und", "not known");

    /// <summary>Does the model know it? A text too short to tell is judged as it stands.</summary>
    public bool IsJudged => Code is "en" or "cy" or "und";
}
