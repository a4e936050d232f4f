using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Platform.Data;

/// <summary>Runs its text with a kept command of its connection, which it gives back on disposal or when it runs again.</summary>
internal sealed class PreparedCommand(PreparedConnection owner) : DbCommand
{
    // Dapper asks for the parameters once and writes a list's into the text later: they are this command's, whatever its text becomes.
    private readonly SqliteCommand _parameters = new();
    private SqliteCommand? _running;

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = owner;

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => _running?.Cancel();

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override void Prepare() => Ready().Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        Ready().ExecuteReader(behavior & ~CommandBehavior.CloseConnection);

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        _parameters.Dispose();
        base.Dispose(disposing);
    }

    private SqliteCommand Ready()
    {
        GiveBack();
        _running = owner.Take(CommandText ?? "");
        foreach (SqliteParameter parameter in _parameters.Parameters)
            _running.Parameters.Add(parameter);
        return _running;
    }

    private void GiveBack()
    {
        if (_running is not null)
            owner.Return(_running);
        _running = null;
    }
}
