using System.Globalization;
using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Reading;

/// <summary>One page of the ledger, with what comes after it.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="Next">The address of the page after it, or null.</param>
/// <param name="People">Everybody who ever did something, by name, to choose from.</param>
internal sealed record LedgerPage(IReadOnlyList<ToldEntry> Entries, string? Next, IReadOnlyList<(long Id, string Name)> People);

/// <summary>Answers a question to the ledger with a page of entries, in sentences. That somebody looked is itself on record.</summary>
internal sealed class ReadLedger(Store<AuditModule> store, Words words, TellEntries tell, IPeople people, ActFactory acts)
{
    public static readonly ActKind Kind = new("audit.view-ledger");
    private const int PageSize = 50;
    private const int MostPeople = 2_000;

    public async Task<LedgerPage> HandleAsync(Person person, LedgerFilter filter, CancellationToken ct)
    {
        var rows = await RowsAsync(filter, ct);
        var shown = rows.Count > PageSize ? [.. rows.Take(PageSize)] : rows;
        var next = rows.Count > PageSize ? filter.ToAddress(Key(shown[^1])) : null;
        var told = await tell.HandleAsync(shown, ct);
        await RecordAsync(person, filter, shown, ct);
        return new(told, next, await PeopleAsync(ct));
    }

    private static string Key(StoredEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.At.ToMicroseconds()}.{entry.Number}");

    private async Task<IReadOnlyList<StoredEntry>> RowsAsync(LedgerFilter filter, CancellationToken ct)
    {
        var subject = Subject.Fitting(filter.Subject.Length == 0 ? "anything:0" : filter.Subject);
        var subjectKind = filter.Subject.Length == 0 ? 0 : await words.FindAsync(store, subject.Kind, ct);
        var (actorKind, actorId) = Actor(filter.Who);
        var (at, number) = filter.BeforeKey;
        object Args(int family) => new
        {
            from = filter.From is { } first ? ForceDay.Midnight(first) : 0,
            to = filter.To is { } last ? ForceDay.Midnight(last.AddDays(1)) : long.MaxValue,
            at,
            number,
            family,
            families = filter.Families.Select(f => (int)f).DefaultIfEmpty().ToArray(),
            anyFamily = filter.Families.Count == 0 ? 1 : 0,
            actorKind,
            actorId,
            subjectKind,
            subjectId = subject.Id,
            subjectName = subject.Name,
            take = PageSize + 1,
        };

        if (filter.Subject.Length > 0 || actorId != 0 || !filter.IsOfRareKinds)
            return await store.QueryAsync(Statement(filter, actorId), Args(0), ct);
        var rows = new List<StoredEntry>();
        foreach (var family in filter.Families.Distinct())
            rows.AddRange(await store.QueryAsync(LedgerStatements.OfRareFamily, Args((int)family), ct));
        return [.. rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Number).Take(PageSize + 1)];
    }

    private static Statement<StoredEntry> Statement(LedgerFilter filter, long actorId) => filter switch
    {
        { Subject.Length: > 0 } => LedgerStatements.AboutSubject,
        _ when actorId != 0 => LedgerStatements.ByPerson,
        _ => LedgerStatements.InTime,
    };

    private static (int Kind, long Id) Actor(string who) => who switch
    {
        "" => (0, 0),
        "service" => ((int)ActorKind.Service, 0),
        "command-line" => ((int)ActorKind.CommandLine, 0),
        "stranger" => ((int)ActorKind.Stranger, 0),
        _ => ((int)ActorKind.Person, long.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1),
    };

    private async Task<IReadOnlyList<(long Id, string Name)>> PeopleAsync(CancellationToken ct)
    {
        var ids = new List<long>();
        for (var after = 0L; ids.Count < MostPeople && await store.FindAsync(LedgerStatements.NextActor, new { after }, ct) is { } id; after = id)
            ids.Add(id);
        var names = await people.NamesAsync(ids, ct);
        return [.. ids.Select(id => (id, names.GetValueOrDefault(id, FormattableString.Invariant($"person {id}")))).OrderBy(p => p.Item2, StringComparer.CurrentCulture)];
    }

    private async Task RecordAsync(Person person, LedgerFilter filter, IReadOnlyList<StoredEntry> shown, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new LedgerViewed(
            Asked(filter), shown.Count, shown.Count == 0 ? null : shown.Min(e => e.Number), shown.Count == 0 ? null : shown.Max(e => e.Number)));
        await session.CommitAsync(ct);
    }

    private static string Asked(LedgerFilter filter) => string.Create(
        CultureInfo.InvariantCulture,
        $"what {(filter.Who.Length == 0 ? "anyone" : filter.Who)} did to {(filter.Subject.Length == 0 ? "anything" : filter.Subject)}"
        + $"{(filter.From is { } from ? $" from {from:yyyy-MM-dd}" : "")}{(filter.To is { } to ? $" to {to:yyyy-MM-dd}" : "")}{string.Concat(filter.Families.Select(f => $", {f}"))}");
}
