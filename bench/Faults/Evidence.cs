using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Faults;

/// <summary>Reads what the service stored, past the service: plain SQL on its files.</summary>
internal static class Evidence
{
    /// <summary>How often each of the network's items was captured, and how many messages each made.</summary>
    public static IReadOnlyDictionary<string, long> Items(string data) =>
        Read(data, "inbox", "SELECT NetworkId, COUNT(*) FROM CapturedItem GROUP BY NetworkId").ToDictionary(r => (string)r[0], r => (long)r[1], StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, long> Messages(string data) =>
        Read(data, "inbox", "SELECT NetworkId, COUNT(*) FROM Message GROUP BY NetworkId").ToDictionary(r => (string)r[0], r => (long)r[1], StringComparer.Ordinal);

    /// <summary>How many items came by the loopback channel.</summary>
    public static long FromNetwork(string data) =>
        (long)Read(data, "inbox", "SELECT COUNT(*) FROM CapturedItem WHERE NetworkId LIKE 'item-%'")[0][0];

    /// <summary>How far the loopback channel has been collected.</summary>
    public static int Collected(string data) =>
        Read(data, "inbox", "SELECT Next FROM CollectPosition WHERE Next IS NOT NULL") is [[string next], ..] ? int.Parse(next, CultureInfo.InvariantCulture) : 0;

    /// <summary>How many items were stored past any network, by a benchmark that fills a store.</summary>
    public static long FromCorpus(string data) =>
        (long)Read(data, "inbox", "SELECT COUNT(*) FROM CapturedItem WHERE NetworkId >= 'at:' AND NetworkId < 'at;'")[0][0];

    /// <summary>Every reply's words and where it stands.</summary>
    public static List<(long Id, string Text, long State)> Replies(string data) =>
        [.. Read(data, "inbox", "SELECT Id, Text, State FROM Reply").Select(r => ((long)r[0], (string)r[1], (long)r[2]))];

    /// <summary>Every delivery and where it stands.</summary>
    public static Dictionary<long, long> Deliveries(string data) =>
        Read(data, "publishing", "SELECT Id, State FROM Delivery").ToDictionary(r => (long)r[0], r => (long)r[1]);

    /// <summary>How many replies were in doubt and then found by reading the network back.</summary>
    public static long ReadBack(string data) => (long)Read(data, "publishing", "SELECT COUNT(*) FROM Delivery WHERE WasUnknown = 1")[0][0];

    /// <summary>How many entries of the ledger say that an item was captured.</summary>
    public static long CapturesInLedger(string data) => (long)Read(
        data, "audit", "SELECT COUNT(*) FROM Entry WHERE Type IN (SELECT Id FROM Word WHERE Text LIKE '%ItemCaptured')")[0][0];

    /// <summary>Conversations that nobody has answered, newest last.</summary>
    public static List<long> Unanswered(string data) =>
        [.. Read(data, "inbox", "SELECT Id FROM Conversation WHERE Id NOT IN (SELECT ConversationId FROM Reply) ORDER BY Id").Select(r => (long)r[0])];

    private static List<object[]> Read(string data, string schema, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "store", schema + ".db")};Pooling=False;Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
