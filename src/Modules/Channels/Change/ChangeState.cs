using PoliceSocial.Channels.Model;
using PoliceSocial.Channels.Watch;

namespace PoliceSocial.Channels.Change;

/// <summary>What came of pausing, resuming or disconnecting.</summary>
internal enum StateOutcome
{
    Done,

    /// <summary>The channel is not in a state from which that is possible, any more.</summary>
    NotNow,

    NeedsAReason,

    NotAllowed,
}

/// <summary>How a channel moves from one state to another.</summary>
internal static class ChangeState
{
    public static readonly Statement Move = Statement.Of(
        """
        UPDATE channels.Channel SET State = @to, StateSince = @at, StateWhy = @why, Version = Version + 1
        WHERE Id = @id AND State IN @froms
        """);

    public static Task<int> MoveAsync(
        this Session session, Channel channel, ChannelState to, string? why, DateTimeOffset at, ChannelState[] froms, CancellationToken ct) =>
        session.ExecuteAsync(Move, new { id = channel.Id, to, at, why, froms = Array.ConvertAll(froms, f => (int)f) }, ct);

    /// <summary>A channel that is not in use has nothing to alarm about.</summary>
    public static async Task EndAlarmsAsync(this Session session, BookPage page, long channelId, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var alarm in page.AlarmsOf(channelId))
            await KeepAlarms.EndAsync(session, alarm, at, ct);
    }
}
