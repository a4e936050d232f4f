using System.Text;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>Something kept aside, as a person reads it.</summary>
/// <param name="Row">What is kept.</param>
/// <param name="Channel">The channel it came by.</param>
/// <param name="Text">The beginning of its bytes as text.</param>
internal sealed record QuarantinedView(QuarantinedRow Row, ChannelSummary Channel, string Text);

/// <summary>Shows what is kept aside to who may read the channel; whoever opens one is on record.</summary>
internal sealed class ReadQuarantine(Store<InboxModule> store, IChannels channels, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.view-quarantine");
    private const int Most = 200;
    private const int Shown = 20_000;

    /// <summary>What waits, newest first; none of what was written.</summary>
    public async Task<IReadOnlyList<QuarantinedLine>> ListAsync(Person person, CancellationToken ct)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        var mine = (await channels.AllAsync(ct)).Where(c => person.Grants.Allows(InboxPermissions.Read, c.Id, c.TeamId)).Select(c => c.Id).ToList();
        return await store.QueryAsync(QuarantineStatements.Waiting, new { everywhere = reach.Everywhere ? 1 : 0, channels = mine, take = Most }, ct);
    }

    /// <summary>One of them with its bytes; null where there is none that this person may see.</summary>
    public async Task<QuarantinedView?> OpenAsync(Person person, long id, CancellationToken ct)
    {
        if (await store.FindAsync(QuarantineStatements.Load, new { id }, ct) is not { } row
            || await channels.FindAsync(row.ChannelId, ct) is not { } channel || !person.Grants.Allows(InboxPermissions.Read, channel.Id, channel.TeamId))
        {
            return null;
        }

        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new QuarantineViewed(row.Id, row.ChannelId));
        await session.CommitAsync(ct);
        return new(row, channel, Encoding.UTF8.GetString(row.Raw.AsSpan(0, Math.Min(row.Raw.Length, Shown))));
    }
}
