using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Sequencing;

/// <summary>
/// Names of events, acts and kinds of subject: a few hundred, each stored once. Those that were read from the store are kept in
/// memory; one that a session adds counts only in that session, which may yet be undone.
/// </summary>
internal sealed class Words
{
    private volatile Known _known = Known.Nothing;

    /// <summary>The words of a batch in a session that holds the turn; those that are missing are added.</summary>
    public async Task<Func<string, int>> NumberAsync(IEnumerable<string> texts, Session session, CancellationToken ct)
    {
        var known = _known;
        var missing = texts.Where(t => !known.Numbers.ContainsKey(t)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return text => known.Numbers[text];

        known = await ReadAsync(session, ct);
        var numbers = new Dictionary<string, int>(known.Numbers, StringComparer.Ordinal);
        foreach (var text in missing.Where(t => !known.Numbers.ContainsKey(t)))
        {
            numbers[text] = numbers.Count + 1;
            await session.ExecuteAsync(SequenceStatements.AddWord, new { Id = numbers[text], Text = text }, ct);
        }

        return text => numbers[text];
    }

    /// <summary>All words by number, as the store has them now.</summary>
    public async Task<Func<int, string?>> TextsAsync(IRead store, CancellationToken ct)
    {
        var known = await ReadAsync(store, ct);
        return number => known.Texts.GetValueOrDefault(number);
    }

    /// <summary>The number of a word; 0 where nothing in the ledger has that name.</summary>
    public async Task<int> FindAsync(IRead store, string text, CancellationToken ct)
    {
        if (_known.Numbers.TryGetValue(text, out var number))
            return number;
        return (await ReadAsync(store, ct)).Numbers.GetValueOrDefault(text);
    }

    private async Task<Known> ReadAsync(IRead store, CancellationToken ct)
    {
        var rows = await store.QueryAsync(SequenceStatements.Words, null, ct);
        return _known = new(
            rows.ToDictionary(r => r.Id, r => r.Text),
            rows.Where(r => r.Id is > 0 and <= int.MaxValue).DistinctBy(r => r.Text).ToDictionary(r => r.Text, r => (int)r.Id, StringComparer.Ordinal));
    }

    /// <summary>Never changed once it is here: readers share it.</summary>
    private sealed record Known(Dictionary<long, string> Texts, Dictionary<string, int> Numbers)
    {
        public static readonly Known Nothing = new([], []);
    }
}
