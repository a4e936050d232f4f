using PoliceSocial.Contracts.Incidents;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Puts what is due into the review queue, and takes out what is not due any more.</summary>
internal sealed class FillReviews(
    Store<EvidenceModule> store, IEnumerable<IKeptRecords> sources, IIncidentMembers incidents, ReadPolicy policies, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("evidence.fill-reviews");
    private const int AtOnce = 200;

    /// <summary>Looks through all records; how many are newly due.</summary>
    public async Task<int> FillAsync(CancellationToken ct)
    {
        var policy = await policies.NowAsync(ct);
        var filled = 0;
        if (policy.Classes.Count == 0)
            return filled;
        foreach (var source in sources)
        {
            for (long? after = 0; after is { } from;)
                (after, filled) = await FillAsync(source, policy, from, filled, ct);
            await LapseAsync(source, policy, ct);
        }

        return filled;
    }

    private async Task<(long? After, int Filled)> FillAsync(IKeptRecords source, RetentionPolicy policy, long after, int filled, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var records = await source.QuietSinceAsync(now.AddMonths(-policy.ShortestMonths), after, AtOnce, ct);
        var due = await DueAsync(source.Kind, policy, records, now, ct);
        if (due.Count > 0)
        {
            await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
            foreach (var review in due)
            {
                if (await session.ExecuteAsync(ReviewStatements.Insert, review, ct) == 0)
                    continue;
                session.Raise(new ReviewDue(review.Id, review.KindName, review.RecordId, review.ClassCode, review.DueAt));
                filled++;
            }

            await session.CommitAsync(ct);
        }

        return (records.Count < AtOnce ? null : records[^1].Id, filled);
    }

    private async Task<IReadOnlyList<ReviewRow>> DueAsync(RecordKind kind, RetentionPolicy policy, IReadOnlyList<KeptRecord> records, DateTimeOffset now, CancellationToken ct)
    {
        var ofRecords = records.Select(r => r.Id).ToList();
        if (ofRecords.Count == 0)
            return [];
        var given = await policies.GivenAsync(kind, ofRecords, ct);
        var before = (await store.QueryAsync(ReviewStatements.OfRecords, new { kind = (int)kind, ids = ofRecords }, ct)).ToLookup(r => r.RecordId);

        // What belongs to an incident is reviewed with it.
        var belonging = kind == RecordKind.Conversation ? await incidents.BelongingAsync(ofRecords, null, ct) : new HashSet<long>();
        var due = new List<ReviewRow>();
        foreach (var record in records.Where(r => !belonging.Contains(r.Id)))
        {
            if (policy.ClassOf(record, given.GetValueOrDefault(record.Id)) is { } its && RetentionPolicy.DueAt(its, record) is { } at)
            {
                var last = before[record.Id].LastOrDefault();
                var on = last is { State: ReviewState.Retained, RetainedUntil: { } until } && until > at ? until : at;
                if (on <= now && last is not { State: <= ReviewState.Confirmed })
                    due.Add(Row(record, its, on, now));
            }
        }

        return due;
    }

    /// <summary>Somebody wrote again, or opened it again, before anybody decided.</summary>
    private async Task LapseAsync(IKeptRecords source, RetentionPolicy policy, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        for (var page = await PageAsync(0, ct); page.Count > 0; page = await PageAsync(page[^1].Id, ct))
        {
            var mine = page.Where(r => r.Kind == source.Kind).ToList();
            var records = (await source.FindAsync([.. mine.Select(r => r.RecordId)], ct)).ToDictionary(r => r.Id);
            var given = await policies.GivenAsync(source.Kind, [.. records.Keys], ct);
            foreach (var review in mine)
            {
                var its = records.TryGetValue(review.RecordId, out var record) ? policy.ClassOf(record, given.GetValueOrDefault(record.Id)) : null;
                if (its is null || RetentionPolicy.DueAt(its, record!) is not { } at || at > now)
                    await LapseAsync(review, ct);
            }
        }
    }

    private Task<IReadOnlyList<ReviewRow>> PageAsync(long after, CancellationToken ct) =>
        store.QueryAsync(ReviewStatements.InState, new { state = (int)ReviewState.Due, after, take = AtOnce }, ct);

    private async Task LapseAsync(ReviewRow review, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        if (await session.ExecuteAsync(ReviewStatements.Save, review with { State = ReviewState.Lapsed, EndedAt = session.Act.At }, ct) == 0)
            return;
        session.Raise(new ReviewLapsed(review.Id, review.KindName, review.RecordId));
        await session.CommitAsync(ct);
    }

    private ReviewRow Row(KeptRecord record, RetentionClassRow its, DateTimeOffset dueAt, DateTimeOffset now) => new()
    {
        Id = ids.New(),
        Kind = record.Kind,
        RecordId = record.Id,
        Name = record.Name,
        ChannelId = record.ChannelId,
        TeamId = record.TeamId,
        ClassCode = its.Code,
        Harmless = record is { Kind: RecordKind.Conversation, Harmless: true } && its.AtEnd == AtEnd.Dispose,
        DueAt = dueAt,
        FilledAt = now,
        State = ReviewState.Due,
        Reasons = "",
        Rationale = "",
        Conversations = "",
        Version = 1,
    };
}
