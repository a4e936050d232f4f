using Microsoft.Extensions.Hosting;

namespace PoliceSocial.Evidence.Retaining;

/// <summary>Gives a new installation its first retention classes.</summary>
internal sealed class ShipClasses(Store<EvidenceModule> store, ActFactory acts, Ids ids) : IHostedService
{
    public static readonly ActKind Kind = new("evidence.ship-retention-classes");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await store.QueryAsync(RetentionClassRow.All, null, cancellationToken)).Count > 0)
            return;
        await using var session = await store.BeginAsync(acts.ByService(Kind), cancellationToken);
        var codes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, name, source, months, from, atEnd) in ShippedClasses.All)
        {
            var row = new RetentionClassRow
            {
                Id = codes[code] = ids.New(),
                Code = code,
                Name = name,
                Source = source,
                Months = months,
                CountsFrom = from,
                AtEnd = atEnd,
                Checked = false,
                Retired = false,
                ChangedBy = 0,
                ChangedAt = session.Act.At,
                Version = 1,
            };
            await session.ExecuteAsync(RetentionClassRow.Insert, row, cancellationToken);
            session.Raise(row.ToEvent());
        }

        foreach (var (kind, category, grade, code) in ShippedClasses.Rules)
        {
            await session.ExecuteAsync(RetentionRuleRow.Insert, new RetentionRuleRow { Kind = kind, Category = category, Grade = grade, ClassId = codes[code] }, cancellationToken);
            session.Raise(new RetentionRuleChanged(kind.ToString(), category, grade, code));
        }

        await session.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
