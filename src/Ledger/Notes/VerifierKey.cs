using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// A public key that notes are verified with, in C2SP's one-line text: <c>name+key id+base64(type, key)</c>. It is safe to print,
/// and the line belongs wherever the ledger's administrators cannot reach it.
/// </summary>
public sealed class VerifierKey
{
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    internal VerifierKey(string name, KeyKind kind, byte[] key)
    {
        (Name, Kind, _key) = (name, kind, key);
        KeyId = IdOf(name, kind, key);
    }

    public string Name { get; }

    public KeyKind Kind { get; }

    /// <summary>The first four bytes of SHA-256(name, newline, type, key).</summary>
    public uint KeyId { get; }

    /// <summary>Reads a key's line; null where it is not one, or its key id does not belong to its key.</summary>
    public static VerifierKey? Read(string line)
    {
        var parts = line.Split('+', 3);
        if (parts is not [var name, { Length: 8 } id, var encoded] || !KeyName.IsValid(name))
            return null;

        if (StrictBase64.Read(encoded) is not { Length: 1 + KeyBytes } bytes || !Enum.IsDefined((KeyKind)bytes[0]))
            return null;

        var key = new VerifierKey(name, (KeyKind)bytes[0], bytes[1..]);
        return string.Equals(key.KeyIdText, id, StringComparison.Ordinal) ? key : null;
    }

    /// <summary>Whether this key made the signature over the text.</summary>
    public bool Verify(ReadOnlySpan<byte> text, NoteSignature signature) => Kind switch
    {
        KeyKind.Log => signature.Signature.Length == Ed25519.SignatureSize && Signed(text.ToArray(), signature.Signature, 0),
        KeyKind.Witness => Cosignature.TimeOf(signature) is { } time && Signed(Cosignature.Message(time, text), signature.Signature, 8),
    };

    public override string ToString() => $"{Name}+{KeyIdText}+{Convert.ToBase64String([(byte)Kind, .. _key])}";

    internal static uint IdOf(string name, KeyKind kind, ReadOnlySpan<byte> key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. key]));

    internal bool Claims(NoteSignature signature) =>
        signature.KeyId == KeyId && string.Equals(signature.Name, Name, StringComparison.Ordinal);

    private string KeyIdText => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    private bool Signed(byte[] message, byte[] signature, int at) => Ed25519.Verify(signature, at, _key, 0, message, 0, message.Length);
}
