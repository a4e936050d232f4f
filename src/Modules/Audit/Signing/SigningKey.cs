using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PoliceSocial.Ledger.Notes;
using PoliceSocial.Platform;

namespace PoliceSocial.Audit.Signing;

/// <summary>
/// The key that signs checkpoints: in a file of the data folder, encrypted, and never in the database, so that whoever
/// administers the one cannot forge the other. Its public half lies beside it for everybody to copy.
/// </summary>
internal sealed class SigningKey(DataFolder data, IDataProtectionProvider protection, IOptions<AuditOptions> options) : IDisposable
{
    private readonly IDataProtector _protector = protection.CreateProtector("PoliceSocial.Audit.SigningKey.v1");
    private readonly SemaphoreSlim _once = new(1, 1);
    private LogKey? _key;

    public string SecretPath => Path.Combine(data.Path, "audit", "log.key");

    public string PublicPath => Path.Combine(data.Path, "audit", "log.pub");

    /// <summary>The key; made where there is none and there may be a new one.</summary>
    /// <param name="mayBegin">True where nothing is signed yet. A new key in the middle of a ledger would hide that the old one was lost.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="SigningKeyException">There is none, or it cannot be read; the message says what to do.</exception>
    public async Task<LogKey> GetAsync(bool mayBegin, CancellationToken ct)
    {
        await _once.WaitAsync(ct);
        try
        {
            return _key ??= File.Exists(SecretPath) ? Read(await File.ReadAllTextAsync(SecretPath, ct)) : await MakeAsync(mayBegin, ct);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>The public keys, for verifying; null where there is no ledger yet.</summary>
    public async Task<KeyRing?> PublicAsync(CancellationToken ct) =>
        File.Exists(PublicPath) ? KeyRing.Read(await File.ReadAllTextAsync(PublicPath, ct)) : null;

    public void Dispose() => _once.Dispose();

    private LogKey Read(string secret)
    {
        try
        {
            return LogKey.Read(_protector.Unprotect(secret)) ?? throw Unreadable(null);
        }
        catch (CryptographicException e)
        {
            throw Unreadable(e);
        }
    }

    private async Task<LogKey> MakeAsync(bool mayBegin, CancellationToken ct)
    {
        if (!mayBegin)
            throw new SigningKeyException($"The ledger's signing key is missing from {SecretPath}. Entries are still added, but none is signed. Restore the file from your backup of the data folder.");
        var key = LogKey.Generate(options.Value.Ledger);
        Directory.CreateDirectory(Path.GetDirectoryName(SecretPath)!);
        await WriteOnceAsync(PublicPath, $"{key.Public}\n", ct);
        await WriteOnceAsync(SecretPath, _protector.Protect(key.ToSecret()), ct);
        return key;
    }

    private static async Task WriteOnceAsync(string path, string text, CancellationToken ct)
    {
        // A power cut must not leave half a key.
        await File.WriteAllTextAsync(path + ".new", text, ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(path + ".new", path, overwrite: true);
    }

    private SigningKeyException Unreadable(Exception? inner) => new(
        $"The ledger's signing key in {SecretPath} cannot be decrypted. Entries are still added, but none is signed. Restore it together with the folder 'keys' from one backup.", inner);
}

/// <summary>The ledger cannot be signed; the message says why and what to do.</summary>
internal sealed class SigningKeyException(string message, Exception? inner = null) : Exception(message, inner);
