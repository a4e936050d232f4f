using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Asked;

/// <summary>Answers other modules which conversations have some words; recorded like a search at the desk.</summary>
internal sealed class FindConversations(SearchMessages search, RecordViews views, IChannels channels) : IFindConversations
{
    public async Task<IReadOnlyList<FoundConversation>> FindAsync(IAsker asker, string words, int most, CancellationToken ct)
    {
        var person = asker.AsPerson();
        if (string.IsNullOrWhiteSpace(words) || !person.Grants.Allows(InboxPermissions.Read))
            return [];
        var filter = new QueueFilter { Words = words };
        var (rows, _) = await search.FindAsync(person, filter, most, ct);
        await views.OfListAsync(person, filter, rows, ct);
        var byId = (await channels.AllAsync(ct)).ToDictionary(c => c.Id);
        return [.. rows.Select(r => new FoundConversation(
            r.Id, Said.Name(r.DisplayName, r.Handle), byId.GetValueOrDefault(r.ChannelId)?.Network ?? "a removed channel", r.Audience == (int)Audience.Private,
            r.Rehearsal, r.LastText, r.LastNetworkTime))];
    }
}
