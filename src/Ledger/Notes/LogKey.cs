using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PoliceSocial.Ledger.Notes;

/// <summary>A private key that signs checkpoints (or cosigns them, as a witness), with the public key that verifies it.</summary>
public sealed class LogKey
{
    private const string Prefix = "PRIVATE+KEY+";
    private const int SeedBytes = 32;
    private readonly byte[] _seed;

    private LogKey(string name, KeyKind kind, byte[] seed)
    {
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        (_seed, Public) = (seed, new(name, kind, key));
    }

    public VerifierKey Public { get; }

    /// <summary>Makes a new key pair. The name identifies the ledger, such as <c>staffordshire.police.uk/ledger</c>.</summary>
    public static LogKey Generate(string name, KeyKind kind = KeyKind.Log) =>
        KeyName.IsValid(name)
            ? new(name, kind, RandomNumberGenerator.GetBytes(SeedBytes))
            : throw new ArgumentException("A key's name may not be empty or contain spaces or plus signs.", nameof(name));

    /// <summary>Reads a key as <see cref="ToSecret"/> wrote it; null where the text is not one.</summary>
    public static LogKey? Read(string secret)
    {
        var parts = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..].Split('+', 3) : [];
        if (parts is not [var name, { Length: 8 } id, var encoded] || !KeyName.IsValid(name))
            return null;

        if (StrictBase64.Read(encoded) is not { Length: 1 + SeedBytes } bytes || !Enum.IsDefined((KeyKind)bytes[0]))
            return null;

        var key = new LogKey(name, (KeyKind)bytes[0], bytes[1..]);
        return string.Equals(IdText(key.Public), id, StringComparison.Ordinal) ? key : null;
    }

    /// <summary>The whole private key in one line of text. Whoever has it can forge the ledger: encrypt it before it is stored.</summary>
    public string ToSecret() =>
        $"{Prefix}{Public.Name}+{IdText(Public)}+{Convert.ToBase64String([(byte)Public.Kind, .. _seed])}";

    /// <summary>Signs a text, which ends in a newline, as a new note.</summary>
    public SignedNote Sign(string text)
    {
        if (!text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n'))
            throw new ArgumentException("A note's text ends in a newline and has no other control characters.", nameof(text));

        var note = new SignedNote(text, []);
        return note.With(Signature(note.TextBytes, null));
    }

    /// <summary>Adds a log's signature to a note that another key signed.</summary>
    public SignedNote SignToo(SignedNote note) => note.With(Signature(note.TextBytes, null));

    /// <summary>Adds a witness's cosignature to a note.</summary>
    public SignedNote Cosign(SignedNote note, DateTimeOffset time) => note.With(Signature(note.TextBytes, time.ToUnixTimeSeconds()));

    private static string IdText(VerifierKey key) => key.KeyId.ToString("x8", CultureInfo.InvariantCulture);

    private NoteSignature Signature(byte[] text, long? time)
    {
        if (time is null != (Public.Kind == KeyKind.Log))
            throw new InvalidOperationException("A log's key signs; a witness's key cosigns.");

        var stamp = new byte[time is null ? 0 : sizeof(long)];
        if (time is { } seconds)
            BinaryPrimitives.WriteInt64BigEndian(stamp, seconds);

        var message = time is { } at ? Cosignature.Message(at, text) : text;
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, message, 0, message.Length, signature, 0);
        return new(Public.Name, Public.KeyId, [.. stamp, .. signature]);
    }
}
