using PoliceSocial.Platform.Access;

namespace PoliceSocial.Platform.Acts;

/// <summary>Begins acts.</summary>
public sealed class ActFactory(Ids ids, TimeProvider clock)
{
    /// <summary>An act of a person who is signed in.</summary>
    /// <param name="person">Who.</param>
    /// <param name="kind">What.</param>
    /// <param name="purpose">What for, where it was asked.</param>
    public Act By(Person person, ActKind kind, string? purpose = null) =>
        new(ids.New(), kind, new(ActorKind.Person, person.Id), clock.GetUtcNow(), $"session:{person.SessionId} {person.Address}", purpose);

    /// <summary>An act of the service itself.</summary>
    public Act ByService(ActKind kind) => new(ids.New(), kind, Actor.Service, clock.GetUtcNow());

    /// <summary>An act of an operator at the command line.</summary>
    public Act ByCommandLine(ActKind kind) => new(ids.New(), kind, Actor.CommandLine, clock.GetUtcNow());

    /// <summary>An act of somebody who is not signed in.</summary>
    /// <param name="kind">What.</param>
    /// <param name="address">Their network address.</param>
    public Act ByStranger(ActKind kind, string address) =>
        new(ids.New(), kind, new(ActorKind.Stranger, 0), clock.GetUtcNow(), address);
}
