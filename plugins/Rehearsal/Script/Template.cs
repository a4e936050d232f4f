using System.Text;

namespace PoliceSocial.Rehearsal.Script;

/// <summary>A text with <c>{words}</c> to be chosen.</summary>
internal static class Template
{
    public static void Check(string template, IReadOnlyDictionary<string, IReadOnlyList<string>> words, int line) =>
        Fill(template, word => words.ContainsKey(word)
            ? ""
            : throw new ScenarioException(line, $"'{{{word}}}' stands in a text, but there is no '{word}' under 'words'."));

    public static string Fill(string template, Func<string, string> choose)
    {
        var text = new StringBuilder();
        var from = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', from))
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                break;
            text.Append(template, from, open - from).Append(choose(template[(open + 1)..close]));
            from = close + 1;
        }

        return text.Append(template, from, template.Length - from).ToString();
    }
}
