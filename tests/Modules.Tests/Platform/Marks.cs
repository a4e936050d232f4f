using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Platform;

/// <summary>Rows to change in tests of the platform itself: a mark is a line of the Hearing table, which every schema has.</summary>
internal static class Marks
{
    public static readonly ActKind Kind = new("publishing.mark");
    public static readonly Statement Add = Statement.Of("INSERT INTO publishing.Hearing (Publisher, Position) VALUES (@name, @at)");
    public static readonly Statement<long> Count = Statement.Of<long>("SELECT COUNT(*) AS Marks FROM publishing.Hearing WHERE Publisher LIKE @name");
    public static readonly Statement<MarkRow> All = Statement.Of<MarkRow>("SELECT Publisher, Position FROM publishing.Hearing WHERE Publisher IN @names ORDER BY Publisher");
    public static readonly Statement<MarkRow> Page = Statement.Paged<MarkRow>("SELECT Publisher, Position FROM publishing.Hearing WHERE Publisher LIKE @name ORDER BY Position, Publisher");

    public static readonly Statement<MarkRow> Between = Statement.Paged<MarkRow>("SELECT Publisher, Position FROM publishing.Hearing WHERE Position >= @least AND Publisher IN @names AND Position <= @most ORDER BY Publisher");

    public static DeliveryAttempted Told(long id) => new(id, 1);
}

internal sealed record MarkRow
{
    public required string Publisher { get; init; }

    public required long Position { get; init; }
}
