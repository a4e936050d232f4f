using System.Text.RegularExpressions;

namespace PoliceSocial.House.Tests.Records;

/// <summary>docs/acts.md, read: each act's row with the events that it says come of it.</summary>
internal sealed partial record ActsPage(IReadOnlyList<(string Act, IReadOnlyList<string> Events)> Rows)
{
    public const string File = "docs/acts.md";

    /// <summary>The first cell of a row whose events are declared and left by no act yet.</summary>
    private const string NoAct = "none yet";

    public static ActsPage Read() => Parse(System.IO.File.ReadAllText(Path.Combine(TheHouse.Root, File)));

    public static ActsPage Parse(string text) => new([.. text.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|'))
        .Select(cells => (Name().Match(cells[1]).Groups[1].Value, (IReadOnlyList<string>)[.. Name().Matches(cells[^2]).Select(m => m.Groups[1].Value.Split('.')[^1])]))]);

    /// <summary>Acts and events that the page and the code do not both have.</summary>
    /// <param name="kinds">Each act of the code, with where it is declared and the events that its use case makes.</param>
    /// <param name="events">The names of all events.</param>
    public IEnumerable<string> Differences(IReadOnlyList<(string Act, string Where, IReadOnlyList<string> Events)> kinds, IReadOnlyCollection<string> events)
    {
        var told = Rows.SelectMany(r => r.Events).ToHashSet(StringComparer.Ordinal);
        var waiting = Rows.Where(r => r.Act == NoAct).SelectMany(r => r.Events).ToHashSet(StringComparer.Ordinal);
        var rows = Rows.Where(r => r.Act != NoAct).ToLookup(r => r.Act, r => r.Events, StringComparer.Ordinal);
        return
        [
            .. kinds.Where(k => !rows.Contains(k.Act)).Select(k => $"{k.Where}: the act {k.Act} has no row in {File}."),
            .. kinds.Where(k => rows.Contains(k.Act)).SelectMany(k => k.Events.Except(rows[k.Act].SelectMany(e => e), StringComparer.Ordinal)
                .Select(e => $"{k.Where}: raises {e}, which the row of {k.Act} in {File} does not name.")),
            .. rows.Select(r => r.Key).Except(kinds.Select(k => k.Act), StringComparer.Ordinal).Select(a => $"{File}: no code has the act {a}; remove its row."),
            .. rows.Where(r => r.Count() > 1).Select(r => $"{File}: {r.Key} has two rows."),
            .. rows.SelectMany(r => r).SelectMany(e => e).Where(waiting.Contains).Distinct(StringComparer.Ordinal).Select(e => $"{File}: an act leaves {e}; take it out of the row '{NoAct}'."),
            .. events.Except(told, StringComparer.Ordinal).Select(e => $"{File}: the event {e} is in no row; say which act leaves it."),
            .. told.Except(events, StringComparer.Ordinal).Select(e => $"{File}: there is no event {e} in src/Contracts."),
        ];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
