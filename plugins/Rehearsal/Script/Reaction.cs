namespace PoliceSocial.Rehearsal.Script;

/// <summary>What a character does when the force writes to them.</summary>
internal sealed record Reaction
{
    public required Audience To { get; init; }

    /// <summary>Any of these, at the start of a word, in any case; empty matches everything.</summary>
    public required IReadOnlyList<string> Containing { get; init; }

    /// <summary>How often it happens at most.</summary>
    public required int Times { get; init; }

    /// <summary>True for what happens only when nothing else matched.</summary>
    public required bool Otherwise { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public bool Matches(bool privately, string text) =>
        To switch { Audience.Either => true, Audience.Privately => privately, Audience.Publicly => !privately }
        && (Containing.Count == 0 || Containing.Any(phrase => StandsIn(text, phrase)));

    private static bool StandsIn(string text, string phrase)
    {
        for (var i = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); i >= 0;
             i = i + 1 < text.Length ? text.IndexOf(phrase, i + 1, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                return true;
        }

        return false;
    }
}

/// <summary>Which answers of the force a reaction is to.</summary>
internal enum Audience
{
    Either,
    Publicly,
    Privately,
}
