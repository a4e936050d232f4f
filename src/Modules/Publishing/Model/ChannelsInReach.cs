namespace PoliceSocial.Publishing.Model;

/// <summary>The channels on which a person may do something: named, or by the team whose work they are.</summary>
internal sealed class ChannelsInReach(IChannels channels)
{
    /// <summary>All of them, by id.</summary>
    public async Task<IReadOnlyDictionary<long, ChannelSummary>> OfAsync(Person person, string permission, CancellationToken ct) =>
        (await channels.AllAsync(ct)).Where(c => person.Grants.Allows(permission, c.Id, c.TeamId)).ToDictionary(c => c.Id);

    /// <summary>Is this one among them?</summary>
    public async Task<bool> MayAsync(Person person, string permission, long channelId, CancellationToken ct) =>
        person.Grants.Allows(permission, channelId, (await channels.FindAsync(channelId, ct))?.TeamId);
}
