using Microsoft.Extensions.Options;

namespace PoliceSocial.Access.People;

/// <summary>Makes links by which somebody chooses their first password. A link is shown once; only its hash is kept.</summary>
internal sealed class SetupLink(IOptions<AccessOptions> options, TimeProvider clock)
{
    /// <summary>The person as they are with a new link, and the link's token.</summary>
    public (PersonRow Row, string Token) For(PersonRow row)
    {
        var token = Secret.New();
        return (row with
        {
            State = PersonState.Invited,
            SetupHash = Secret.Hash(token),
            SetupUntil = clock.GetUtcNow().AddHours(options.Value.SetupLinkHours),
            SecurityStamp = Secret.New(),
        }, token);
    }

    public static string PathOf(string token) => $"/sign-in/set-up/{token}";
}
