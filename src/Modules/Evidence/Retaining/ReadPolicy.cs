namespace PoliceSocial.Evidence.Retaining;

/// <summary>The retention classes and rules as they are now, and what one record has.</summary>
internal sealed class ReadPolicy(Store<EvidenceModule> store)
{
    public async Task<RetentionPolicy> NowAsync(CancellationToken ct) =>
        new(await store.QueryAsync(RetentionClassRow.All, null, ct), await store.QueryAsync(RetentionRuleRow.All, null, ct));

    /// <summary>The classes that some of these records were given, by record.</summary>
    public async Task<IReadOnlyDictionary<long, RecordClassRow>> GivenAsync(RecordKind kind, IReadOnlyList<long> ids, CancellationToken ct) =>
        (await store.QueryAsync(RecordClassRow.Of, new { kind = (int)kind, ids }, ct)).ToDictionary(r => r.RecordId);

    /// <summary>The class of one record; null where no rule says anything about it.</summary>
    public async Task<RetentionClassRow?> ClassOfAsync(KeptRecord record, CancellationToken ct) =>
        (await NowAsync(ct)).ClassOf(record, (await GivenAsync(record.Kind, [record.Id], ct)).GetValueOrDefault(record.Id));
}
