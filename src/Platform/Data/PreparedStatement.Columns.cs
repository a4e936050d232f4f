using System.Text;
using SQLitePCL;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// The columns of the row it stands on. A value of another kind than the row type's is an error, not converted: what lies in the
/// file is then not what was written.
/// </summary>
internal sealed partial class PreparedStatement
{
    public int Columns => raw.sqlite3_column_count(_compiled);

    public string ColumnName(int column) => raw.sqlite3_column_name(_compiled, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(_compiled, column) == raw.SQLITE_NULL;

    public long Number(int column)
    {
        Expect(column, raw.SQLITE_INTEGER);
        return raw.sqlite3_column_int64(_compiled, column);
    }

    public double Real(int column) => raw.sqlite3_column_type(_compiled, column) == raw.SQLITE_INTEGER
        ? raw.sqlite3_column_int64(_compiled, column)
        : Expect(column, raw.SQLITE_FLOAT) ? raw.sqlite3_column_double(_compiled, column) : 0;

    public string? Text(int column) => IsNull(column) || !Expect(column, raw.SQLITE_TEXT) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(_compiled, column));

    public byte[]? Bytes(int column) => IsNull(column) || !Expect(column, raw.SQLITE_BLOB) ? null : raw.sqlite3_column_blob(_compiled, column).ToArray();

    private bool Expect(int column, int type) => raw.sqlite3_column_type(_compiled, column) is var found && found == type
        ? true
        : throw new InvalidCastException($"{Statement.Name}: the column {ColumnName(column)} holds another kind of value ({found}) than was written.");
}
