using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PoliceSocial.Ledger.Notes;

/// <summary>A witness's statement about a checkpoint: eight bytes of time (POSIX seconds), then its signature (tlog-cosignature).</summary>
internal static class Cosignature
{
    public static long? TimeOf(NoteSignature signature) =>
        signature.Signature.Length == sizeof(long) + Ed25519.SignatureSize
        && BinaryPrimitives.ReadInt64BigEndian(signature.Signature) is >= 0 and var time ? time : null;

    public static byte[] Message(long time, ReadOnlySpan<byte> text) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n")), .. text];
}
