using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench;

/// <summary>What a store's files hold: their pages in use, with what the log still keeps brought into them.</summary>
internal static class StoreSize
{
    public static long Of(string folder) => Directory.EnumerateFiles(folder, "*.db", SearchOption.AllDirectories).Sum(OfFile);

    private static long OfFile(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return (Ask(command, "PRAGMA page_count") - Ask(command, "PRAGMA freelist_count")) * Ask(command, "PRAGMA page_size");
    }

    private static long Ask(SqliteCommand command, string pragma)
    {
        command.CommandText = pragma;
        return (long)command.ExecuteScalar()!;
    }
}
