namespace PoliceSocial.Platform.Data;

/// <summary>Where the rows are kept; the section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>Which database: SQLite unless said otherwise.</summary>
    public Dialect Provider { get; set; } = Dialect.Sqlite;

    /// <summary>For SQL Server: the connection string. For SQLite nothing: the files lie in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder for SQLite's files; set by the host from its data folder.</summary>
    public string Folder { get; set; } = "data";
}
