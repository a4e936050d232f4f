using System.Text.RegularExpressions;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Flag;

/// <summary>One rule, with its terms as numbers.</summary>
internal sealed record CompiledRule(
    long Id, int Version, string Name, RuleDefinition Definition, int[] Any, int[][] Together, int[] Unless, Regex[] Patterns)
{
    /// <summary>What it found, or null where it does not flag the message.</summary>
    public IReadOnlyList<Mark>? Judge(Judged message, Mark?[] found)
    {
        if (!Concerns(message) || Array.Exists(Unless, t => found[t] is not null))
            return null;
        var marks = new List<Mark>();
        if (!AnyOf(Any, found, marks) || !Array.TrueForAll(Together, g => AnyOf(g, found, marks)) || !AnyPattern(message.Text, marks))
            return null;
        return marks.Count == 0 ? null : [.. marks.Distinct().OrderBy(m => m.Start)];
    }

    private static bool AnyOf(int[] terms, Mark?[] found, List<Mark> marks)
    {
        var before = marks.Count;
        foreach (var term in terms)
        {
            if (found[term] is { } mark)
                marks.Add(mark);
        }

        return terms.Length == 0 || marks.Count > before;
    }

    private bool Concerns(Judged message) => (!Definition.OnOurPosts || message.OnOurPost) && Definition.Audience switch
    {
        RuleAudience.All => true,
        RuleAudience.Public => !message.Private,
        RuleAudience.Private => message.Private,
    };

    private bool AnyPattern(string text, List<Mark> marks)
    {
        if (Patterns.Length == 0)
            return true;
        var before = marks.Count;
        marks.AddRange(Patterns.Select(p => p.Match(text)).Where(m => m is { Success: true, Length: > 0 }).Select(m => new Mark(m.Index, m.Length)));
        return marks.Count > before;
    }
}
