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

    private string NextPath => Path.Combine(data.Path, "audit", "log.key.next");

    /// <summary>The key that follows the last checkpoint; made where nothing is signed yet.</summary>
    /// <param name="last">The last checkpoint. A new key after it would hide that the old one was lost.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="SigningKeyException">There is none, or it cannot be read; the message says what to do.</exception>
    public async Task<LogKey> GetAsync(SignedCheckpoint? last, CancellationToken ct)
    {
        await _once.WaitAsync(ct);
        try
        {
            if (last is null)
                return _key = await ReadAsync(SecretPath, ct) ?? await MakeAsync(ct);
            if (_key is not null && Follows(_key, last))
                return _key;

            // Another process may have handed over to another key, or stopped before it had put the file in its place.
            if (await ReadAsync(NextPath, ct) is { } next && Follows(next, last))
                return await TakeIntoUseAsync(next, ct);
            var found = await ReadAsync(SecretPath, ct) ?? throw Missing();
            return Follows(found, last) ? _key = found : throw Stranger();
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Makes a key that may follow, and keeps it beside the one in use until a checkpoint hands over to it.</summary>
    public async Task<LogKey> PrepareNextAsync(string ledger, CancellationToken ct)
    {
        var next = LogKey.Generate(ledger);
        await WriteOnceAsync(NextPath, _protector.Protect(next.ToSecret()), ct);
        return next;
    }

    /// <summary>Puts the key that a checkpoint handed over to in the place of the one before, whose secret half is gone from then on.</summary>
    public async Task HandedOverAsync(LogKey next, CancellationToken ct)
    {
        await _once.WaitAsync(ct);
        try
        {
            await TakeIntoUseAsync(next, ct);
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

    private static bool Follows(LogKey key, SignedCheckpoint last) => last.Checkpoint.NextKey is { } next
        ? key.Public.ToString() == next
        : new KeyRing([key.Public]).Judge(last.Note, KeyKind.Log) == NoteTrust.Genuine;

    private async Task<LogKey?> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return LogKey.Read(_protector.Unprotect(await File.ReadAllTextAsync(path, ct))) ?? throw Unreadable(null);
        }
        catch (CryptographicException e)
        {
            throw Unreadable(e);
        }
    }

    private async Task<LogKey> MakeAsync(CancellationToken ct)
    {
        var key = LogKey.Generate(options.Value.Ledger);
        await WriteOnceAsync(PublicPath, $"{key.Public}\n", ct);
        await WriteOnceAsync(SecretPath, _protector.Protect(key.ToSecret()), ct);
        return key;
    }

    private async Task<LogKey> TakeIntoUseAsync(LogKey next, CancellationToken ct)
    {
        var known = File.Exists(PublicPath) ? await File.ReadAllTextAsync(PublicPath, ct) : "";
        if (!known.Split('\n').Contains(next.Public.ToString()))
            await WriteOnceAsync(PublicPath, $"{known.TrimEnd('\n')}\n{next.Public}\n".TrimStart('\n'), ct);
        await WriteOnceAsync(SecretPath, _protector.Protect(next.ToSecret()), ct);
        File.Delete(NextPath);
        return _key = next;
    }

    private static async Task WriteOnceAsync(string path, string text, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // A power cut must not leave half a key.
        await File.WriteAllTextAsync(path + ".new", text, ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(path + ".new", path, overwrite: true);
    }

    private SigningKeyException Missing() => new(
        $"The ledger's signing key is missing from {SecretPath}. Entries are still added, but none is signed. Restore the file from your backup of the data folder; where it is lost for good, run `policesocial audit rotate-key --lost`.");

    private SigningKeyException Stranger() => new(
        $"The ledger's signing key in {SecretPath} is not the one that signed the last checkpoint. Entries are still added, but none is signed. Restore the file that belongs to this database; where it is lost for good, run `policesocial audit rotate-key --lost`.");

    private SigningKeyException Unreadable(Exception? inner) => new(
        $"The ledger's signing key in {SecretPath} cannot be decrypted. Entries are still added, but none is signed. Restore it together with the folder 'keys' from one backup; where it is lost for good, run `policesocial audit rotate-key --lost`.", inner);
}

/// <summary>The ledger cannot be signed; the message says why and what to do.</summary>
internal sealed class SigningKeyException(string message, Exception? inner = null) : Exception(message, inner);
