using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace PoliceSocial.Channels.Lend;

/// <summary>Keeps secrets sealed. Each has a seal of its own, made from its channel and name: moved to another row it stays shut.</summary>
internal sealed class Vault(Store<ChannelsModule> store, IDataProtectionProvider protection, TimeProvider clock, ILogger<Vault> log)
{
    public static readonly Statement<byte[]> FindSecret = Statement.Of<byte[]>(
        "SELECT Sealed FROM channels.Secret WHERE OwnerId = @ownerId AND Name = @name");

    public static readonly Statement<string> NamesOf = Statement.Of<string>(
        "SELECT Name FROM channels.Secret WHERE OwnerId = @ownerId ORDER BY Name");

    public static readonly Statement Replace = Statement.Of(
        "UPDATE channels.Secret SET Sealed = @sealedValue, StoredAt = @at WHERE OwnerId = @ownerId AND Name = @name");

    public static readonly Statement Add = Statement.Of(
        """
        INSERT INTO channels.Secret (OwnerId, Name, Sealed, StoredAt)
        SELECT @ownerId, @name, @sealedValue, @at
        WHERE NOT EXISTS (SELECT 1 FROM channels.Secret WHERE OwnerId = @ownerId AND Name = @name)
        """);

    public static readonly Statement Remove = Statement.Of("DELETE FROM channels.Secret WHERE OwnerId = @ownerId AND Name = @name");

    public static readonly Statement RemoveAll = Statement.Of("DELETE FROM channels.Secret WHERE OwnerId = @ownerId");

    public async Task<string?> FindAsync(IRead read, long ownerId, string name, CancellationToken ct) =>
        await read.FindAsync(FindSecret, new { ownerId, name }, ct) is { } bytes ? Unseal(ownerId, name, bytes) : null;

    public Task<string?> FindAsync(long ownerId, string name, CancellationToken ct) => FindAsync(store, ownerId, name, ct);

    public static Task<IReadOnlyList<string>> NamesAsync(IRead read, long ownerId, CancellationToken ct) => read.QueryAsync(NamesOf, new { ownerId }, ct);

    public async Task PutAsync(Session session, long ownerId, string name, string? value, CancellationToken ct)
    {
        if (value is null)
        {
            await session.ExecuteAsync(Remove, new { ownerId, name }, ct);
            return;
        }

        var row = new { ownerId, name, sealedValue = Seal(ownerId, name, value), at = clock.GetUtcNow() };
        await session.ExecuteAsync(Replace, row, ct);
        await session.ExecuteAsync(Add, row, ct);
    }

    public byte[] Seal(long ownerId, string name, string value) => Sealer(ownerId, name).Protect(Encoding.UTF8.GetBytes(value));

    /// <summary>Null where the key is lost: the connector then finds no credential, and somebody is asked to sign in again.</summary>
    public string? Unseal(long ownerId, string name, byte[] bytes)
    {
        try
        {
            return Encoding.UTF8.GetString(Sealer(ownerId, name).Unprotect(bytes));
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "The secret '{Name}' of channel {Channel} cannot be opened: the key it was sealed with is missing from the key folder.", name, ownerId);
            return null;
        }
    }

    private IDataProtector Sealer(long ownerId, string name) =>
        protection.CreateProtector("PoliceSocial.Channels.Secret", ownerId.ToString(System.Globalization.CultureInfo.InvariantCulture), name);
}
