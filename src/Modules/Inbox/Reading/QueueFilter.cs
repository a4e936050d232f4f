using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PoliceSocial.Inbox.Model;

namespace PoliceSocial.Inbox.Reading;

/// <summary>The lists that an operator can look at.</summary>
internal enum Listing
{
    /// <summary>All that is work.</summary>
    Work,

    /// <summary>Flagged and not finished.</summary>
    Risk,

    /// <summary>Work whose newest message nobody has looked at.</summary>
    Unread,

    /// <summary>Work that nobody holds.</summary>
    Unclaimed,

    /// <summary>Work that the person holds.</summary>
    Mine,

    /// <summary>Waiting for the other side, or put off.</summary>
    Waiting,

    /// <summary>Finished.</summary>
    Resolved,

    /// <summary>Written in a language that triage does not know, and nobody who reads it has decided.</summary>
    OtherLanguage,
}

/// <summary>What a list of conversations shows; it is also what a saved view keeps.</summary>
internal sealed record QueueFilter
{
    public Listing Listing { get; init; } = Listing.Work;

    public long? ChannelId { get; init; }

    public Audience? Audience { get; init; }

    public string? Tag { get; init; }

    /// <summary>Words to search for; null for a plain list.</summary>
    public string? Words { get; init; }

    /// <summary>The last message of the last conversation on the page before, or null for the first page.</summary>
    public long? Before { get; init; }

    /// <summary>The filter as the query of an address, beginning with a question mark, or empty.</summary>
    public string ToQuery() => Query(this with { Before = null });

    /// <summary>The address of the next page.</summary>
    public string ToQuery(long before) => Query(this with { Before = before });

    private static string Query(QueueFilter f)
    {
        var query = new QueryBuilder();
        if (f.Listing != Listing.Work)
            query.Add("list", f.Listing.ToString().ToLowerInvariant());
        if (f.ChannelId is { } channel)
            query.Add("channel", channel.ToString(CultureInfo.InvariantCulture));
        if (f.Audience is { } audience)
            query.Add("audience", audience.ToString().ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(f.Tag))
            query.Add("tag", f.Tag);
        if (!string.IsNullOrWhiteSpace(f.Words))
            query.Add("q", f.Words);
        if (f.Before is { } before)
            query.Add("before", before.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }
}
