using System.Data.Common;
using Dapper;

namespace PoliceSocial.Platform.Data;

/// <summary>Runs statements on SQL Server with Dapper; the only place that does.</summary>
internal static class Rows
{
    static Rows() => InstantHandler.Register();

    public static async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(
        DbConnection connection, DbTransaction? transaction, Statement<TRow> statement, object? args, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<TRow>(Command(transaction, statement, args, ct));
        return rows as IReadOnlyList<TRow> ?? [.. rows];
    }

    public static async Task<TRow?> FindAsync<TRow>(
        DbConnection connection, DbTransaction? transaction, Statement<TRow> statement, object? args, CancellationToken ct) =>
        await connection.QuerySingleOrDefaultAsync<TRow>(Command(transaction, statement, args, ct));

    public static Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, object? args, CancellationToken ct) =>
        connection.ExecuteAsync(Command(transaction, statement, args, ct));

    private static CommandDefinition Command(
        DbTransaction? transaction, Statement statement, object? args, CancellationToken ct) =>
        new(statement.SqlServer, args, transaction, cancellationToken: ct);
}
