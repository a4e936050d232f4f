using System.Text.RegularExpressions;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Flag;

/// <summary>One rule, with its terms as numbers.</summary>
internal sealed record CompiledRule(
    long Id, int Version, string Name, RuleDefinition Definition, int[] Any, int[][] Together, int[] Unless, int[] Except, Regex[] Patterns)
{
    /// <summary>What it found, or null where it does not flag the message.</summary>
    public IReadOnlyList<Mark>? Judge(Judged message, List<Mark>?[] found)
    {
        if (!Concerns(message) || Array.Exists(Unless, t => found[t] is not null))
            return null;
        List<Mark> excepted = [.. Except.SelectMany(t => found[t] ?? [])];
        var marks = new List<Mark>();
        if (!AnyOf(Any, found, excepted, marks) || !Array.TrueForAll(Together, g => AnyOf(g, found, excepted, marks)) || !AnyPattern(message.Text, excepted, marks))
            return null;
        return marks.Count == 0 ? null : [.. marks.Distinct().OrderBy(m => m.Start)];
    }

    /// <summary>Where a term stands outside every phrase that does not count; null where it stands nowhere else.</summary>
    private static Mark? First(List<Mark>? places, List<Mark> excepted) =>
        places is null ? null : excepted.Count == 0 ? places[0] : places.Find(p => !excepted.Exists(e => p.IsWithin(e)));

    private static bool AnyOf(int[] terms, List<Mark>?[] found, List<Mark> excepted, List<Mark> marks)
    {
        var before = marks.Count;
        foreach (var term in terms)
        {
            if (First(found[term], excepted) is { } mark)
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

    private bool AnyPattern(string text, List<Mark> excepted, List<Mark> marks)
    {
        if (Patterns.Length == 0)
            return true;
        var before = marks.Count;
        marks.AddRange(Patterns.Select(p => p.Match(text)).Where(m => m is { Success: true, Length: > 0 })
            .Select(m => new Mark(m.Index, m.Length)).Where(m => !excepted.Exists(m.IsWithin)));
        return marks.Count > before;
    }
}
