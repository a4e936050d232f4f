using System.Text;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Inbox.Reading;

/// <summary>
/// Finds the conversations of the newest messages that have all words. Somebody who may see little of what matches is not told that
/// there is nothing: the search goes on over older matches, and what it did not reach is the next page.
/// </summary>
internal sealed class SearchMessages(Store<InboxModule> store)
{
    private const int ShortestBeginning = 4;
    private const int MostWords = 10;
    private const int MostHits = 500;

    /// <summary>Matches that each round walks over; a search ends after the last round whatever it found.</summary>
    private static readonly int[] Rounds = [200, 2_000, 50_000];

    /// <summary>What staff typed, as the database's own query: every word must be there, the last may go on where it is long enough.</summary>
    public static string? ToMatch(string words, Dialect dialect)
    {
        var parts = Words.Of(words).Select(w => words[w.Start..w.End].Replace("\"", "", StringComparison.Ordinal)).Take(MostWords).ToList();
        if (parts.Count == 0)
            return null;
        var match = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            var goesOn = i == parts.Count - 1 && LastToken(parts[i]) >= ShortestBeginning ? "*" : "";
            if (i > 0)
                match.Append(dialect == Dialect.SqlServer ? " AND " : " ");
            match.Append(dialect == Dialect.SqlServer ? $"\"{parts[i]}{goesOn}\"" : $"\"{parts[i]}\"{goesOn}");
        }

        return match.ToString();
    }

    /// <summary>So many conversations at most, as far as the person may see them, and where the next page begins.</summary>
    public async Task<(IReadOnlyList<QueueRow> Rows, long? Next)> FindAsync(Person person, QueueFilter filter, int size, CancellationToken ct)
    {
        if (ToMatch(filter.Words ?? "", store.Dialect) is not { } match)
            return ([], null);
        var (found, at) = (new List<long>(), filter.Before ?? long.MaxValue);
        foreach (var matches in Rounds)
        {
            var args = QueueArgs.Of(person, filter, MostHits, search: (match, at, matches));
            var hits = await store.QueryAsync(SearchStatements.Hits, args, ct);
            var last = at;
            foreach (var hit in hits)
            {
                var isNew = !found.Contains(hit.ConversationId);
                if (isNew && found.Count == size)
                    return (await RowsAsync(found, ct), last);
                if (isNew)
                    found.Add(hit.ConversationId);
                last = hit.MessageId;
            }

            if (hits.Count == MostHits)
            {
                at = last;
                continue;
            }

            var edge = await store.FindAsync(SearchStatements.Edge, args, ct);
            if (edge is not { Oldest: { } oldest } || edge.Matches < matches)
                return (await RowsAsync(found, ct), null);
            at = oldest;
        }

        return (await RowsAsync(found, ct), at);
    }

    /// <summary>The database cuts where a word has an apostrophe or a sign in it: "don't" must not become all that begins with a t.</summary>
    private static int LastToken(string word)
    {
        var length = 0;
        while (length < word.Length && char.IsLetterOrDigit(word[^(length + 1)]))
            length++;
        return length;
    }

    private async Task<IReadOnlyList<QueueRow>> RowsAsync(List<long> found, CancellationToken ct)
    {
        if (found.Count == 0)
            return [];
        var rows = (await store.QueryAsync(SearchStatements.Rows, new { ids = found }, ct)).ToDictionary(r => r.Id);
        return [.. found.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
