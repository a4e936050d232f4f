using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Audit;

/// <summary>The limit: reads the same entries and hashes them into a chain, and does nothing else.</summary>
internal static class BareReader
{
    private const string Entries =
        """
        SELECT e.Number, e.EventId, e.At, e.Type, e.Act, e.ActId, e.ActorKind, e.ActorId, e.SubjectKind, e.SubjectId, d.Salt, d.Facts
        FROM Entry e LEFT JOIN Detail d ON d.Number = e.Number ORDER BY e.Number
        """;

    private const int Numbers = 10;

    public static Task StoreAsync(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "store", "audit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Entries;
        using var reader = command.ExecuteReader();
        var buffer = new byte[65_536];
        var chain = new byte[SHA256.HashSizeInBytes];
        while (reader.Read())
        {
            chain.CopyTo(buffer, 0);
            var at = chain.Length;
            for (var i = 0; i < Numbers; i++, at += sizeof(long))
                BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(at), reader.GetInt64(i));
            var salt = reader.GetFieldValue<byte[]>(Numbers);
            salt.CopyTo(buffer, at);
            at += salt.Length;
            at += Encoding.UTF8.GetBytes(reader.GetString(Numbers + 1), buffer.AsSpan(at));
            SHA256.HashData(buffer.AsSpan(0, at), chain);
        }

        return Task.CompletedTask;
    }

    public static async Task FilesAsync(string folder)
    {
        var chain = new byte[SHA256.HashSizeInBytes];
        foreach (var file in Directory.EnumerateFiles(folder, "entries-*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var lines = new StreamReader(file);
            while (await lines.ReadLineAsync() is { } line)
                SHA256.HashData([.. chain, .. Encoding.UTF8.GetBytes(line)], chain);
        }
    }
}
