using PoliceSocial.Platform.Access;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The parameters of the lists' and the search's statements.</summary>
internal static class QueueArgs
{
    /// <param name="person">Who asks: it is limited to where they may look.</param>
    /// <param name="filter">What they ask for.</param>
    /// <param name="take">How many rows.</param>
    /// <param name="stage">Of work, waiting or resolved, where the statement wants to know.</param>
    /// <param name="search">Of a search: the database's query, where it goes on, and how many matches are walked over.</param>
    public static object Of(Person person, QueueFilter filter, int take, int stage = 0, (string Match, long Before, int Matches)? search = null)
    {
        var reach = person.Grants.Where(InboxPermissions.Read);
        return new
        {
            before = search?.Before ?? filter.Before ?? long.MaxValue,
            everywhere = reach.Everywhere ? 1 : 0,
            channels = reach.Channels,
            teams = reach.Teams,
            channelId = filter.ChannelId,
            audience = (int?)filter.Audience,
            tag = filter.Tag?.Trim().ToLowerInvariant(),
            stage,
            holderId = person.Id,
            words = search?.Match,
            matches = search?.Matches ?? 0,
            take,
        };
    }
}
