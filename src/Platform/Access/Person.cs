using Microsoft.AspNetCore.Http;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Platform.Access;

/// <summary>The member of staff who is asking, with what they may do.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name as colleagues know it.</param>
/// <param name="SessionId">The sign-in session.</param>
/// <param name="Address">The network address they came from.</param>
/// <param name="Grants">What they may do.</param>
public sealed record Person(long Id, string Name, long SessionId, string Address, Grants Grants) : IAsker;

/// <summary>Finds out who is asking.</summary>
public static class PersonOfRequest
{
    /// <summary>The person on whose behalf another module asks.</summary>
    public static Person AsPerson(this IAsker asker) =>
        asker as Person ?? throw new ArgumentException("Only a person asks; nothing else implements this.", nameof(asker));

    /// <summary>Who is asking.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; a page that asks has a policy, so this cannot happen there.</exception>
    public static Person Person(this HttpContext context) =>
        context.Features.Get<Person>() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who is asking, or null where nobody is signed in.</summary>
    public static Person? PersonOrNone(this HttpContext context) => context.Features.Get<Person>();
}
