using System.Collections;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PoliceSocial.Platform.Data;

/// <summary>A statement compiled by SQLite, with values bound to its parameters by place and its columns read by place.</summary>
internal sealed partial class PreparedStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _compiled;
    private readonly int[] _places;
    private readonly bool _changes;
    private byte[] _buffer = new byte[1_024];

    /// <param name="connection">The open connection.</param>
    /// <param name="statement">What to compile.</param>
    /// <param name="room">How many values each of its lists has room for.</param>
    public PreparedStatement(sqlite3 connection, Statement statement, int room)
    {
        _connection = connection;
        Statement = statement;
        Room = room;
        _compiled = Compile(connection, statement.WithRoom(room));
        _changes = raw.sqlite3_stmt_readonly(_compiled) == 0;
        _places = [.. statement.Parameters.Select(p => raw.sqlite3_bind_parameter_index(_compiled, statement.Lists.Contains(p) ? $"@{p}_0" : $"@{p}"))];
    }

    public Statement Statement { get; }

    public int Room { get; }

    public static sqlite3_stmt Compile(sqlite3 connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out var compiled, out var rest), connection);
        if (string.IsNullOrWhiteSpace(rest))
            return compiled;
        compiled.Dispose();
        throw new NotSupportedException($"More than one statement: {sql}");
    }

    public void Bind(object? args)
    {
        if (args is not null)
            ParameterBinder.Of(Statement, args.GetType())(this, args);
        else if (_places.Length > 0)
            throw new InvalidOperationException($"{Statement.Name} needs a value for @{Statement.Parameters[0]}.");
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_compiled);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(code, _connection);
        return false;
    }

    /// <summary>Runs it to its end with these values, and returns how many rows it changed.</summary>
    public int Change(object? args)
    {
        Bind(args);
        while (Step())
        {
            // Rows that nobody asked for.
        }

        var changed = _changes ? raw.sqlite3_changes(_connection) : 0;
        raw.sqlite3_reset(_compiled);
        return changed;
    }

    /// <summary>Ready for another time; nothing of the last values is kept.</summary>
    public void Reset()
    {
        // The code it returns is that of the last step, which has thrown already.
        raw.sqlite3_reset(_compiled);
        raw.sqlite3_clear_bindings(_compiled);
    }

    public void Dispose() => _compiled.Dispose();

    public void Set(int parameter, long value) => Bound(raw.sqlite3_bind_int64(_compiled, _places[parameter], value));

    public void Set(int parameter, double value) => Bound(raw.sqlite3_bind_double(_compiled, _places[parameter], value));

    public void Set(int parameter, string? value) => SetAt(_places[parameter], value);

    public void Set(int parameter, byte[]? value) => SetAt(_places[parameter], value);

    public void SetNull(int parameter) => Bound(raw.sqlite3_bind_null(_compiled, _places[parameter]));

    /// <summary>The values of a list; the room that is left holds the last one again, and an empty list nothing at all.</summary>
    public void SetList(int parameter, IEnumerable values)
    {
        var (at, end) = (_places[parameter], _places[parameter] + Room);
        object? last = null;
        foreach (var value in values)
            SetAny(at++, last = value);
        while (at < end)
            SetAny(at++, last);
    }

    private void SetAny(int place, object? value)
    {
        switch (value)
        {
            case null: Bound(raw.sqlite3_bind_null(_compiled, place)); break;
            case string text: SetAt(place, text); break;
            case byte[] bytes: SetAt(place, bytes); break;
            case long number: Bound(raw.sqlite3_bind_int64(_compiled, place, number)); break;
            case int number: Bound(raw.sqlite3_bind_int64(_compiled, place, number)); break;
            case DateTimeOffset instant: Bound(raw.sqlite3_bind_int64(_compiled, place, instant.ToMicroseconds())); break;
            case Enum named: Bound(raw.sqlite3_bind_int64(_compiled, place, ((IConvertible)named).ToInt64(null))); break;
            default: throw new NotSupportedException($"{Statement.Name}: a list of {value.GetType().Name} cannot be bound.");
        }
    }

    private void SetAt(int place, string? text)
    {
        // Through no bytes at all SQLite would see a null pointer, and take it for NULL.
        if (string.IsNullOrEmpty(text))
        {
            Bound(text is null ? raw.sqlite3_bind_null(_compiled, place) : raw.sqlite3_bind_text(_compiled, place, ""));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
            _buffer = new byte[most];
        Bound(raw.sqlite3_bind_text(_compiled, place, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer))));
    }

    private void SetAt(int place, byte[]? bytes) => Bound(bytes switch
    {
        null => raw.sqlite3_bind_null(_compiled, place),
        [] => raw.sqlite3_bind_zeroblob(_compiled, place, 0),
        _ => raw.sqlite3_bind_blob(_compiled, place, bytes),
    });

    private void Bound(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _connection);
    }
}
