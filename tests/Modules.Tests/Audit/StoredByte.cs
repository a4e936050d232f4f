using Microsoft.Data.Sqlite;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>One byte of one stored value of the ledger, to be flipped and flipped back.</summary>
internal sealed record StoredByte(string Table, string Column, int At, string Row, object Value)
{
    // Of a number a bit that leaves no other row's key behind; of bytes and text each bit in turn.
    private object Flipped => Value switch
    {
        long number => number ^ (0x40L << (8 * At)),
        byte[] bytes => bytes.Select((b, i) => i == At ? (byte)(b ^ (1 << (At % 8))) : b).ToArray(),
        _ => throw new NotSupportedException(Value.GetType().Name),
    };

    /// <summary>Every byte of every value of a table's rows; texts as the bytes that they are.</summary>
    public static IReadOnlyList<StoredByte> Of(SqliteConnection connection, string table, string where = "1 = 1")
    {
        var keys = Read(connection, $"SELECT name, type, pk FROM pragma_table_info('{table}')").ToList();
        var columns = keys.Select(c => (Name: (string)c[0], IsText: (string)c[1] == "TEXT", IsKey: (long)c[2] > 0)).ToList();
        var values = string.Join(", ", columns.Select(c => c.IsText ? $"CAST({c.Name} AS BLOB)" : c.Name));
        return
        [
            .. Read(connection, $"SELECT {values} FROM {table} WHERE {where}").SelectMany(row =>
            {
                var key = string.Join(" AND ", columns.Select((c, i) => (c, i)).Where(c => c.c.IsKey).Select(c => $"{c.c.Name} = {row[c.i]}"));
                return columns.SelectMany((c, i) => Enumerable.Range(0, Length(row[i])).Select(at => new StoredByte(table, c.Name, at, key, row[i])));
            }),
        ];
    }

    public void Flip(SqliteConnection connection) => Set(connection, Row, Flipped);

    /// <summary>A key that was flipped is found under its flipped value.</summary>
    public void FlipBack(SqliteConnection connection) =>
        Set(connection, string.Join(" AND ", Row.Split(" AND ").Select(k => k == $"{Column} = {Value}" ? $"{Column} = {Flipped}" : k)), Value);

    public override string ToString() => $"byte {At} of {Table}.{Column} where {Row}";

    private static int Length(object value) => value switch
    {
        DBNull => 0,
        byte[] bytes => bytes.Length,
        _ => sizeof(long),
    };

    private static IEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    private void Set(SqliteConnection connection, string row, object value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE {Table} SET {Column} = CASE (SELECT type FROM pragma_table_info('{Table}') WHERE name = '{Column}') WHEN 'TEXT' THEN CAST($value AS TEXT) ELSE $value END WHERE {row}";
        command.Parameters.AddWithValue("$value", value);
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
