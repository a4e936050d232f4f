using Microsoft.Extensions.Configuration;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>How a document reaches a system.</summary>
internal enum Way
{
    File = 1,
    Webhook = 2,
}

/// <summary>A system, or another force, that incidents are handed over to; an administrator names it in the configuration (<c>Incidents:Destinations</c>).</summary>
internal sealed record Destination
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public Way Way { get; init; } = Way.File;

    /// <summary>Where a webhook is: https, or http on this very machine.</summary>
    public string Address { get; init; } = "";

    /// <summary>Where files are dropped; a name inside the data folder, or a full path.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Signs what goes to a webhook.</summary>
    public string Secret { get; init; } = "";

    public double TimeoutSeconds { get; init; } = 10;

    /// <summary>True where it is another force, which accepts or refuses.</summary>
    public bool Peer { get; init; }

    /// <summary>Where another force's answers and ours go by themselves; its address with <c>/answers</c> where it is empty.</summary>
    public string AnswersAddress { get; init; } = "";

    /// <summary>What another force signs with, whose offers and answers we take by webhook; empty for none.</summary>
    public string TheirSecret { get; init; } = "";

    /// <summary>Where another force drops what it offers; a name inside the data folder, or a full path; empty for none.</summary>
    public string OffersFolder { get; init; } = "";

    /// <summary>An alarm sounds where it is not delivered within so many minutes.</summary>
    public double DeliverWithinMinutes { get; init; } = 5;

    /// <summary>An alarm sounds where it is delivered and not answered within so many minutes; 0 where no answer is expected.</summary>
    public double AnswerWithinMinutes { get; init; } = 60;

    /// <summary>True where it is for exercises: it gets those, and nothing else.</summary>
    public bool Exercises { get; init; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem() => this switch
    {
        { Key: "" or { Length: > 100 } } => "a destination needs a key of 100 characters or less",
        { Name: "" } => $"the destination {Key} has no name",
        { Way: Way.File, Folder: "" } => $"the destination {Key} has no folder",
        { Way: Way.Webhook, Secret.Length: < SignedPost.ShortestSecret } => $"the destination {Key} needs a secret of at least 16 characters",
        { Way: Way.Webhook } when !SignedPost.IsSafe(Address) => $"the destination {Key} needs an https address",
        { TheirSecret.Length: > 0 and < SignedPost.ShortestSecret } => $"the destination {Key} needs a secret of theirs of at least 16 characters",
        { TheirSecret.Length: > 0 } when !Peer || Way != Way.Webhook => $"the destination {Key} takes offers by webhook, and so must be a peer with a webhook to answer to",
        { OffersFolder.Length: > 0, Peer: false } => $"the destination {Key} takes offers, and so must be a peer",
        { AnswersAddress.Length: > 0 } when !SignedPost.IsSafe(AnswersAddress) => $"the destination {Key} needs an https address for answers",
        { DeliverWithinMinutes: <= 0 } or { AnswerWithinMinutes: < 0 } => $"the destination {Key} needs minutes above zero before an alarm",
        { TimeoutSeconds: <= 0 or > 120 } => $"the destination {Key} may take between 0 and 120 seconds",
        _ => null,
    };
}

/// <summary>The systems and forces that this installation hands over to.</summary>
internal sealed record Destinations(IReadOnlyList<Destination> All)
{
    public const string Section = "Incidents:Destinations";

    public static Destinations Of(IConfiguration configuration)
    {
        var all = configuration.GetSection(Section).Get<List<Destination>>() ?? [];
        if (all.Select(d => d.Problem()).FirstOrDefault(p => p is not null) is { } problem)
            throw new InvalidOperationException($"{Section}: {problem}.");
        return all.DistinctBy(d => d.Key, StringComparer.Ordinal).Count() == all.Count
            ? new(all)
            : throw new InvalidOperationException($"{Section}: two destinations have the same key.");
    }

    public Destination? Find(string key) => All.FirstOrDefault(d => d.Key == key);

    public string NameOf(string key) => Find(key)?.Name ?? key;

    /// <summary>Those that an incident may go to: an exercise never reaches a real system, nor the other way round.</summary>
    public IEnumerable<Destination> For(IncidentRow incident) => All.Where(d => d.Exercises == incident.Rehearsal);
}
