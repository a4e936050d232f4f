using PoliceSocial.Inbox.Flag;
using PoliceSocial.Platform.Data;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>
/// Tells whether words name a member of the public who wrote to the force: nobody may keep a search for one, nor be alarmed whenever
/// one is spoken of. A handle counts wherever it stands among the words, a name of several words likewise, a single word of a name only
/// where it is all there is. The words of the rules that ship name nobody, whatever somebody calls themselves.
/// </summary>
internal sealed class KnownContacts(Store<InboxModule> store)
{
    private const int AtOnce = 5_000;

    // All are read, a part at a time, and compared as texts are read for risks: accents, look-alike letters and the like make no
    // difference. It takes seconds for a million contacts, and is asked only when somebody keeps a view or changes a rule.
    private static readonly Statement<NamedRow> After = Statement.Paged<NamedRow>(
        "SELECT Id, Handle, DisplayName FROM inbox.Contact WHERE Id > @after ORDER BY Id");

    private static readonly Lazy<HashSet<string>> Ordinary = new(() =>
        [.. ShippedRules.All.SelectMany(r => r.Definition.Any.Concat(r.Definition.Together.SelectMany(g => g)).Concat(r.Definition.Except).Concat(r.Definition.Unless))
            .SelectMany(Words.Of).Select(w => w.Folded)]);

    /// <summary>The first of some texts that names somebody who wrote to the force, or null.</summary>
    public async Task<string?> FindNamedAsync(IEnumerable<string?> texts, CancellationToken ct)
    {
        var asked = texts.OfType<string>().Select(t => (Text: t, Folded: Fold(t))).Where(t => t.Folded.Length > 2).ToList();
        if (asked.Count == 0)
            return null;
        for (var after = long.MinValue; await store.QueryAsync(After, new { after, take = AtOnce }, ct) is { Count: > 0 } rows; after = rows[^1].Id)
        {
            foreach (var row in rows)
            {
                var (handle, name) = (Fold(row.Handle), Fold(row.DisplayName));
                if (asked.Find(t => Names(t.Folded, handle) || (Words.Of(row.DisplayName).Count > 1 ? Names(t.Folded, name) : IsNameOf(t.Folded, name))).Text is { } found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>The words of a text with a space before and after each.</summary>
    private static string Fold(string text) => $" {string.Join(' ', Words.Of(text).Select(w => w.Folded))} ";

    private static bool Names(string text, string name) => text.Contains(name, StringComparison.Ordinal) && !IsOrdinary(name);

    private static bool IsNameOf(string text, string name) => text == name && !IsOrdinary(name);

    private static bool IsOrdinary(string name) => name.Length <= 2 || Ordinary.Value.Contains(name.Trim());

    private sealed record NamedRow
    {
        public required long Id { get; init; }

        public required string Handle { get; init; }

        public required string DisplayName { get; init; }
    }
}
