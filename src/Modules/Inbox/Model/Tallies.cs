using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Model;

/// <summary>Keeps the sizes of the queues in step with the conversations, in the same session.</summary>
internal sealed class Tallies
{
    private static readonly Statement Add = Statement.Of(
        "UPDATE inbox.Tally SET N = N + @n WHERE ChannelId = @channelId AND TeamId = @teamId AND Queue = @queue");

    private static readonly Statement Begin = Statement.Of(
        """
        INSERT INTO inbox.Tally (ChannelId, TeamId, Queue, N)
        SELECT @channelId, @teamId, @queue, @n
        WHERE NOT EXISTS (SELECT 1 FROM inbox.Tally WHERE ChannelId = @channelId AND TeamId = @teamId AND Queue = @queue)
        """);

    private readonly Dictionary<(long Channel, long Team, Queue Queue), int> _differences = [];

    /// <summary>Notes what a conversation was (null: nothing) and is now.</summary>
    public void Note(ConversationRow? before, ConversationRow after)
    {
        if (before is not null)
            Count(before, -1);
        Count(after, 1);
    }

    /// <summary>Writes what was noted.</summary>
    public async Task SaveAsync(Session session, CancellationToken ct)
    {
        foreach (var ((channelId, teamId, queue), n) in _differences.Where(d => d.Value != 0))
        {
            var args = new { channelId, teamId, queue = (int)queue, n };
            if (await session.ExecuteAsync(Add, args, ct) == 0)
                await session.ExecuteAsync(Begin, args, ct);
        }
    }

    private void Count(ConversationRow c, int n)
    {
        foreach (var queue in c.Queues())
        {
            var key = (c.ChannelId, c.TeamId ?? 0, queue);
            _differences[key] = _differences.GetValueOrDefault(key) + n;
        }
    }
}
