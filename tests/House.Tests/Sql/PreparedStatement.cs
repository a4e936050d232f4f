using PoliceSocial.House.Tests.Schemas;
using SQLitePCL;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>A statement compiled by SQLite against the migrated schema: its error, or the columns of its result.</summary>
internal sealed record PreparedStatement(string? Error, IReadOnlyList<(string Name, string? Type)> Columns)
{
    public static PreparedStatement Of(SqliteSchema schema, string sql)
    {
        var columns = new List<(string, string?)>();
        var rest = TSql.WithLists(sql);
        while (!string.IsNullOrWhiteSpace(rest))
        {
            var code = raw.sqlite3_prepare_v2(schema.Connection.Handle, rest, out var prepared, out var tail);
            using (prepared)
            {
                if (code != raw.SQLITE_OK)
                    return new(raw.sqlite3_errmsg(schema.Connection.Handle).utf8_to_string(), []);
                var count = prepared is null ? 0 : raw.sqlite3_column_count(prepared);
                columns.AddRange(Enumerable.Range(0, count).Select(i =>
                    (raw.sqlite3_column_name(prepared, i).utf8_to_string(), (string?)raw.sqlite3_column_decltype(prepared, i).utf8_to_string())));
            }

            rest = tail;
        }

        return new(null, columns);
    }
}
