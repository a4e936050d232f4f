using System.Globalization;

namespace PoliceSocial.Platform.Pages;

/// <summary>What the frame around every page shows to the person who asks: whose service it is, where they may go, and what is wrong.</summary>
/// <param name="Force">The force's name, as its staff say it.</param>
/// <param name="Mark">Whether this is the real service or a rehearsal.</param>
/// <param name="Navigation">Only the places this person may go.</param>
/// <param name="Person">Who is signed in; nobody on the sign-in page.</param>
/// <param name="Channels">How the connected channels are; left out for those who may not see them.</param>
/// <param name="Pause">Who paused publishing, while it is paused.</param>
/// <param name="Alarms">Alarms nobody has acknowledged, newest first.</param>
public sealed record Frame(
    string Force,
    ServiceMark Mark,
    IReadOnlyList<NavigationEntry> Navigation,
    SignedInPerson? Person,
    ChannelHealth? Channels,
    PublishingPause? Pause,
    IReadOnlyList<RaisedAlarm> Alarms)
{
    /// <summary>A frame for pages that must show even when nothing else can be read: sign-in, errors, set-up.</summary>
    public static Frame Bare(string force, ServiceMark mark) => new(force, mark, [], null, null, null, []);
}

/// <summary>What the whole frame is marked as, so that an exercise can never pass for the real thing.</summary>
public enum ServiceMark
{
    /// <summary>Real messages from real people.</summary>
    Official,

    /// <summary>An exercise: invented people, striped and tinted throughout.</summary>
    Rehearsal,
}

/// <summary>One place in the side rail.</summary>
/// <param name="Label">The word staff use for it.</param>
/// <param name="Href">Its address; the entry is current on every page below it.</param>
/// <param name="Icon">An icon's name in the icon sheet.</param>
/// <param name="CountName">The name of the live count that keeps <paramref name="Count"/> fresh, or nothing where there is no work to count.</param>
/// <param name="Count">How much work waits there.</param>
/// <param name="CountIsRisk">Whether the count is of items flagged as risk.</param>
public sealed record NavigationEntry(string Label, string Href, string Icon, string? CountName = null, int Count = 0, bool CountIsRisk = false)
{
    /// <summary>Whether a page at this path belongs to this entry.</summary>
    public bool Holds(string path) =>
        path.Equals(Href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The person at the screen and the pages about themselves.</summary>
/// <param name="Id">Keeps drafts of colleagues who share a computer apart.</param>
/// <param name="Name">Rank or role and name, as colleagues see it.</param>
/// <param name="Links">Sessions, second factor and the like.</param>
/// <param name="SignOutHref">Where signing out is posted to.</param>
public sealed record SignedInPerson(string Id, string Name, IReadOnlyList<FrameLink> Links, string SignOutHref);

/// <summary>A link in the frame.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Its address.</param>
public sealed record FrameLink(string Label, string Href);

/// <summary>All connected channels in one pill.</summary>
/// <param name="Quiet">Channels from which nothing came for longer than is normal.</param>
/// <param name="Down">Channels that cannot be reached or need a new sign-in.</param>
/// <param name="Href">The page of channels.</param>
public sealed record ChannelHealth(int Quiet, int Down, string Href);

/// <summary>Publishing is paused for the whole force.</summary>
/// <param name="By">Who paused it.</param>
/// <param name="Since">When.</param>
/// <param name="Href">The page where it is resumed.</param>
public sealed record PublishingPause(string By, DateTimeOffset Since, string Href);

/// <summary>An alarm across every page until somebody acknowledges it by name.</summary>
/// <param name="Id">Its id: the same alarm in two tabs rings once.</param>
/// <param name="Text">What happened, in one sentence without personal data beyond what the person may see.</param>
/// <param name="Href">What it is about.</param>
/// <param name="Since">When it was raised.</param>
/// <param name="AcknowledgeHref">Where acknowledging it is posted to; null where others must: this person sees that it stands, and not what it is about.</param>
public sealed record RaisedAlarm(string Id, string Text, string Href, DateTimeOffset Since, string? AcknowledgeHref)
{
    /// <summary>The number in the id of an alarm of this kind: 7 of <c>risk-7</c> and of <c>risk-7-1795395600</c>; null where it is of another.</summary>
    public long? NumberOf(string kind) =>
        Id.StartsWith($"{kind}-", StringComparison.Ordinal)
        && long.TryParse(Id[(kind.Length + 1)..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
