using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PoliceSocial.Access.People;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.SigningIn;

/// <summary>
/// The ticket between the password and the second factor: whose password was right, for ten minutes and only until something
/// about the account changes.
/// </summary>
internal sealed class HalfSignedIn(IDataProtectionProvider protection, Store<AccessModule> store, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("access.half-signed-in");

    public string Ticket(PersonRow person) => _protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{person.Id}|{(clock.GetUtcNow() + Lasts).ToMicroseconds()}|{person.SecurityStamp}"));

    /// <summary>Whose it is, or null where it is none, too old, or the account has changed.</summary>
    public async Task<PersonRow?> ReadAsync(string? ticket, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(ticket) || Parts(ticket) is not [var id, var until, var stamp])
            return null;
        if (clock.GetUtcNow().ToMicroseconds() >= long.Parse(until, CultureInfo.InvariantCulture))
            return null;
        var person = await store.FindAsync(PersonStatements.ById, new { id = long.Parse(id, CultureInfo.InvariantCulture) }, ct);
        return person is { State: PersonState.Active } && person.SecurityStamp == stamp ? person : null;
    }

    private string[] Parts(string ticket)
    {
        try
        {
            return _protector.Unprotect(ticket).Split('|', 3);
        }
        catch (CryptographicException)
        {
            // Not one of ours, or from before the keys were changed: the person gives their password again.
            return [];
        }
    }
}
