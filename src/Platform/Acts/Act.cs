namespace PoliceSocial.Platform.Acts;

/// <summary>Something that somebody does: who, what, when, from where and what for. Every change happens inside one.</summary>
/// <param name="Id">Joins everything that came of it, in every module.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="At">When it began.</param>
/// <param name="Origin">From where: the sign-in session and network address, or null for the service itself.</param>
/// <param name="Purpose">What for, in the person's words, where policy asks for it.</param>
public sealed record Act(long Id, ActKind Kind, Actor Actor, DateTimeOffset At, string? Origin = null, string? Purpose = null);

/// <summary>A sort of act. Each is a <c>static readonly</c> field of its use case and stands in <c>docs/acts.md</c>.</summary>
/// <param name="Name">The schema and what is done, in lower case: <c>inbox.assign-conversation</c>.</param>
public sealed record ActKind(string Name);

/// <summary>Who does something.</summary>
/// <param name="Kind">What sort of actor.</param>
/// <param name="Id">The person's id; 0 for the service and the command line.</param>
public readonly record struct Actor(ActorKind Kind, long Id)
{
    /// <summary>The service itself.</summary>
    public static readonly Actor Service = new(ActorKind.Service, 0);

    /// <summary>Whoever may run the host's executable on the server.</summary>
    public static readonly Actor CommandLine = new(ActorKind.CommandLine, 0);
}

/// <summary>The sorts of actors.</summary>
public enum ActorKind
{
    /// <summary>A member of staff, signed in.</summary>
    Person = 1,

    /// <summary>The service itself, by its clock or because a network told it something.</summary>
    Service = 2,

    /// <summary>An operator at the server's command line.</summary>
    CommandLine = 3,

    /// <summary>Somebody who has not signed in (yet).</summary>
    Stranger = 4,
}
