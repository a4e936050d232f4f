namespace PoliceSocial.Channels.Model;

/// <summary>Keeps text from a network within its column.</summary>
internal static class Clip
{
    public const int Sentence = 1_000;

    public static string ToSentence(this string text) => To(text, Sentence);

    public static string To(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
