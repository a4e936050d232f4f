using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Faults;

/// <summary>Reads what the service stored, past the service: plain SQL on its files.</summary>
internal static class Traces
{
    private const string Ended = "(3, 4)";

    /// <summary>How often each of the network's items was captured, and how many messages each made.</summary>
    public static IReadOnlyDictionary<string, long> Items(string data) => Counts(data, "inbox", "SELECT NetworkId, COUNT(*) FROM CapturedItem GROUP BY NetworkId");

    public static IReadOnlyDictionary<string, long> Messages(string data) =>
        Counts(data, "inbox", "SELECT NetworkId, COUNT(*) FROM Message WHERE NetworkId LIKE 'item-%' GROUP BY NetworkId");

    /// <summary>How many items came by the loopback channels.</summary>
    public static long FromNetwork(string data) => Count(data, "inbox", "SELECT COUNT(*) FROM CapturedItem WHERE NetworkId LIKE 'item-%'");

    /// <summary>How far a channel has collected and stored.</summary>
    public static long Collected(string data, long channelId)
    {
        var rows = Read(data, "inbox", string.Create(CultureInfo.InvariantCulture, $"SELECT COALESCE(CAST(Next AS INTEGER), 0) FROM CollectPosition WHERE ChannelId = {channelId}"));
        return rows.Count == 0 ? 0 : (long)rows[0][0];
    }

    /// <summary>How many conversations say another number of messages than they have.</summary>
    public static long Miscounted(string data) => Count(
        data, "inbox", "SELECT COUNT(*) FROM Conversation AS c WHERE MessageCount <> (SELECT COUNT(*) FROM Message WHERE ConversationId = c.Id)");

    /// <summary>How far the loopback channel has been collected.</summary>
    public static int Collected(string data) =>
        Read(data, "inbox", "SELECT Next FROM CollectPosition WHERE Next IS NOT NULL") is [[string next], ..] ? int.Parse(next, CultureInfo.InvariantCulture) : 0;

    /// <summary>How many items were stored past any network, by a benchmark that fills a store.</summary>
    public static long FromCorpus(string data) =>
        (long)Read(data, "inbox", "SELECT COUNT(*) FROM CapturedItem WHERE NetworkId >= 'at:' AND NetworkId < 'at;'")[0][0];

    /// <summary>Every reply's words and where it stands.</summary>
    public static List<(long Id, string Text, long State)> Replies(string data) =>
        [.. Read(data, "inbox", "SELECT Id, Text, State FROM Reply").Select(r => ((long)r[0], (string)r[1], (long)r[2]))];

    /// <summary>How many replies have not come to an end.</summary>
    public static long RepliesUnderWay(string data) => Count(data, "inbox", $"SELECT COUNT(*) FROM Reply WHERE State NOT IN {Ended}");

    /// <summary>Conversations that nobody has answered, newest first.</summary>
    public static List<long> Unanswered(string data, int most) => [.. Read(
        data, "inbox",
        string.Create(CultureInfo.InvariantCulture, $"SELECT Id FROM Conversation AS c WHERE NOT EXISTS (SELECT 1 FROM Reply WHERE ConversationId = c.Id) ORDER BY Id DESC LIMIT {most}"))
        .Select(r => (long)r[0])];

    /// <summary>Every delivery: where it stands, and whether it was ever in doubt.</summary>
    public static Dictionary<long, (long State, bool WasUnknown)> Deliveries(string data) => Read(data, "publishing", "SELECT Id, State, WasUnknown FROM Delivery")
        .ToDictionary(r => (long)r[0], r => ((long)r[1], (long)r[2] != 0));

    /// <summary>Deliveries that have not come to an end, by their keys.</summary>
    public static Dictionary<string, long> OpenDeliveries(string data) => Read(data, "publishing", $"SELECT Id, State FROM Delivery WHERE State NOT IN {Ended}")
        .ToDictionary(r => ((long)r[0]).ToString(CultureInfo.InvariantCulture), r => (long)r[1], StringComparer.Ordinal);

    /// <summary>Pauses that hold.</summary>
    public static List<long> Pauses(string data) => [.. Read(data, "publishing", "SELECT Id FROM Pause WHERE ResumedAt IS NULL").Select(r => (long)r[0])];

    public static long AllPauses(string data) => Count(data, "publishing", "SELECT COUNT(*) FROM Pause");

    /// <summary>How many events of a type the ledger has.</summary>
    public static long InLedger(string data, string type) => Count(
        data, "audit", $"SELECT COUNT(*) FROM Entry WHERE Type IN (SELECT Id FROM Word WHERE Text LIKE '%{type}')");

    /// <summary>How many events the ledger has more than once.</summary>
    public static long DoubledInLedger(string data) => Count(data, "audit", "SELECT COUNT(*) - COUNT(DISTINCT EventId) FROM Entry");

    /// <summary>How many events a schema could not take.</summary>
    public static long Parked(string data) => Schemas(data).Sum(schema => Count(data, schema, "SELECT COUNT(*) FROM ParkedEvent"));

    /// <summary>Whether the ledger lacks events that are in an outbox.</summary>
    public static bool IsLedgerBehind(string data)
    {
        var heard = Counts(data, "audit", "SELECT Publisher, Position FROM Hearing");
        return Schemas(data).Any(schema => Count(data, schema, "SELECT COALESCE(MAX(Position), 0) FROM Outbox") > heard.GetValueOrDefault(schema));
    }

    private static IEnumerable<string> Schemas(string data) => Directory.EnumerateFiles(Path.Combine(data, "store"), "*.db").Select(f => Path.GetFileNameWithoutExtension(f));

    private static Dictionary<string, long> Counts(string data, string schema, string sql) =>
        Read(data, schema, sql).ToDictionary(r => (string)r[0], r => (long)r[1], StringComparer.Ordinal);

    private static long Count(string data, string schema, string sql) => (long)Read(data, schema, sql)[0][0];

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
