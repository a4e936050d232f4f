using Microsoft.AspNetCore.Identity;
using PoliceSocial.Access.People;

namespace PoliceSocial.Access.Passwords;

/// <summary>
/// The hash that a password is compared with where nobody has the name: an attempt takes as long as with a real one, so that
/// the time tells nobody who has an account.
/// </summary>
internal sealed class Decoy(IPasswordHasher<Account> hasher)
{
    private readonly Lazy<string> _hash = new(() => hasher.HashPassword(null!, Secret.New()));

    public string Hash => _hash.Value;
}
