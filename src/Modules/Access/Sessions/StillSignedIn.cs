using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PoliceSocial.Access.Roster;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Access.Sessions;

/// <summary>Answers whether somebody with an open screen is still signed in, and keeps the session of that screen alive.</summary>
internal sealed class StillSignedIn(SessionCheck sessions, RosterReader roster, SecondFactorPolicy policy) : ISignedIn
{
    public async ValueTask<Person?> AgainAsync(Person person, CancellationToken ct)
    {
        if (await sessions.StillAsync(person.SessionId, ct) is not { } session || session.PersonId != person.Id)
            return null;
        return (await roster.NowAsync(ct)).Of(person.Id) is { IsActive: true } member
            ? person with { Name = member.Row.Name, Grants = policy.IsUnfinished(member) ? new([]) : member.Grants }
            : null;
    }
}

/// <summary>Whether somebody still has to set up a second factor before they may do anything.</summary>
internal sealed class SecondFactorPolicy(IOptions<AccessOptions> options, IServiceProvider services)
{
    private readonly bool _required = options.Value.RequireSecondFactor ?? services.GetService<IHostEnvironment>()?.IsDevelopment() != true;

    public bool IsUnfinished(Member member) => _required && member.NeedsSecondFactor && !member.Row.SecondFactor;
}
