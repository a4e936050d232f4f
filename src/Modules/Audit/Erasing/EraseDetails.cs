using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.Audit.Erasing;

/// <summary>
/// Erases the details of the entries that a <see cref="FactsErased"/> names, in the transaction that adds its own entry: details
/// are never gone without the entry that allows it, nor the other way round.
/// </summary>
internal static class EraseDetails
{
    private const int AtOnce = 1_000;

    private static readonly string Allowing = EventCatalogue.Names.Single(n => n == $"Audit.{nameof(FactsErased)}");

    private static readonly Statement<DoomedRow> Doomed = Statement.Paged<DoomedRow>(
        """
        SELECT d.Number, d.Salt, w.Text AS Shape, d.Facts AS Packed
        FROM audit.Detail d
        LEFT JOIN audit.Word w ON w.Id = d.Shape
        WHERE d.Number >= @from AND d.Number <= @last
        ORDER BY d.Number
        """);

    private static readonly Statement KeepSeal = Statement.Of("INSERT INTO audit.Erased (Number, Seal, AllowedBy) VALUES (@Number, @Seal, @AllowedBy)");

    private static readonly Statement Erase = Statement.Of("DELETE FROM audit.Detail WHERE Number >= @from AND Number <= @to");

    public static async Task IfAllowedByAsync(OutboxRow row, long number, Session session, CancellationToken ct)
    {
        if (row.Type != Allowing || EventCatalogue.Read(row.Type, row.Facts) is not FactsErased erased)
            return;

        var last = Math.Min(erased.Last, number - 1);
        for (var from = erased.First; from <= last;)
        {
            var doomed = await session.QueryAsync(Doomed, new { from, last, take = AtOnce }, ct);
            if (doomed.Count == 0)
                return;
            var seals = doomed.Select(d => new { d.Number, Seal = Leaf.Seal(d.Salt, FactsShape.Whole(d.Shape, d.Packed)).ToArray(), AllowedBy = number });
            await session.ExecuteAsync(KeepSeal, seals, ct);
            await session.ExecuteAsync(Erase, new { from, to = doomed[^1].Number }, ct);
            from = doomed[^1].Number + 1;
        }
    }
}

/// <summary>Details that are about to go.</summary>
internal sealed record DoomedRow
{
    public required long Number { get; init; }

    public required byte[] Salt { get; init; }

    public string? Shape { get; init; }

    public required string Packed { get; init; }
}
