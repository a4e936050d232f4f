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
        var found = raw.sqlite3_column_type(_compiled, column);
        return found == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(_compiled, column) : throw Other(column, found);
    }

    public double Real(int column)
    {
        var found = raw.sqlite3_column_type(_compiled, column);
        return found is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER ? raw.sqlite3_column_double(_compiled, column) : throw Other(column, found);
    }

    public bool Flag(int column) => Number(column) switch
    {
        0 => false,
        1 => true,
        var other => throw new InvalidCastException($"{Statement.Name}: the column {ColumnName(column)} holds {other}, which is neither true nor false."),
    };

    public string? Text(int column) => Holds(column, raw.SQLITE_TEXT) ? Encoding.UTF8.GetString(raw.sqlite3_column_blob(_compiled, column)) : null;

    public byte[]? Bytes(int column) => Holds(column, raw.SQLITE_BLOB) ? raw.sqlite3_column_blob(_compiled, column).ToArray() : null;

    /// <summary>True where it holds such a value, false where none.</summary>
    private bool Holds(int column, int type)
    {
        var found = raw.sqlite3_column_type(_compiled, column);
        if (found == type)
            return true;
        return found == raw.SQLITE_NULL ? false : throw Other(column, found);
    }

    private InvalidCastException Other(int column, int found) =>
        new($"{Statement.Name}: the column {ColumnName(column)} holds another kind of value ({found}) than was written.");
}
