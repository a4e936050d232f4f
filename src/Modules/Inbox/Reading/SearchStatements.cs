using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>
/// Full-text search, newest first and never by rank: ranking scores every match. Each walks the newest matches only, so many as it is
/// told, whatever becomes of them.
/// </summary>
internal static class SearchStatements
{
    /// <summary>Of the newest matches before a place those that the person may see and the filter lets through.</summary>
    public static readonly Statement<HitRow> Hits = Statement.Split<HitRow>(
        sqlServer: $"""
        SELECT h.Id AS MessageId, h.ConversationId
        FROM (
            SELECT m.Id, m.ConversationId FROM inbox.Message AS m WHERE CONTAINS(m.Text, @words) AND m.Id < @before
            ORDER BY m.Id DESC OFFSET 0 ROWS FETCH NEXT @matches ROWS ONLY) AS h
        JOIN inbox.Conversation AS c ON c.Id = h.ConversationId
        WHERE {QueueStatements.Reach}
        ORDER BY h.Id DESC
        OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY
        """,
        sqlite: $"""
        SELECT h.Id AS MessageId, m.ConversationId
        FROM (
            SELECT f.rowid AS Id FROM inbox.MessageText AS f WHERE f.MessageText MATCH @words AND f.rowid < @before
            ORDER BY f.rowid DESC LIMIT @matches) AS h
        CROSS JOIN inbox.Message AS m ON m.Id = h.Id
        CROSS JOIN inbox.Conversation AS c ON c.Id = m.ConversationId
        WHERE {QueueStatements.Reach}
        ORDER BY h.Id DESC
        LIMIT @take
        """,
        because: "full-text search is the databases' own");

    /// <summary>How many matches that walked over, and the last of them.</summary>
    public static readonly Statement<EdgeRow> Edge = Statement.Split<EdgeRow>(
        sqlServer: """
        SELECT COUNT(*) AS Matches, MIN(h.Id) AS Oldest
        FROM (
            SELECT m.Id FROM inbox.Message AS m WHERE CONTAINS(m.Text, @words) AND m.Id < @before
            ORDER BY m.Id DESC OFFSET 0 ROWS FETCH NEXT @matches ROWS ONLY) AS h
        """,
        sqlite: """
        SELECT COUNT(*) AS Matches, MIN(h.Id) AS Oldest
        FROM (
            SELECT f.rowid AS Id FROM inbox.MessageText AS f WHERE f.MessageText MATCH @words AND f.rowid < @before
            ORDER BY f.rowid DESC LIMIT @matches) AS h
        """,
        because: "full-text search is the databases' own");

    public static readonly Statement<QueueRow> Rows = Statement.Of<QueueRow>(
        $"SELECT {QueueStatements.Columns} {QueueStatements.From} WHERE c.Id IN @ids");

    /// <summary>A message that matches.</summary>
    public sealed record HitRow
    {
        public required long MessageId { get; init; }

        public required long ConversationId { get; init; }
    }

    public sealed record EdgeRow
    {
        public required int Matches { get; init; }

        public long? Oldest { get; init; }
    }
}
