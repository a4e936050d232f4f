using System.Text;

namespace PoliceSocial.Bag.Writing;

/// <summary>One line of <c>bag-info.txt</c>.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Value">What it is; written on one line.</param>
public sealed record BagInfoLine(string Label, string Value)
{
    internal static string Text(IEnumerable<BagInfoLine> lines)
    {
        var text = new StringBuilder();
        foreach (var (label, value) in lines)
            text.Append(label).Append(": ").Append(OneLine(value)).Append('\n');
        return text.ToString();
    }

    /// <summary>Words of a person must not end a line and begin one of their own.</summary>
    private static string OneLine(string value) => string.Join(' ', value.Split(
        [.. value.Where(c => char.IsControl(c) || c is '\u2028' or '\u2029').Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries));
}
