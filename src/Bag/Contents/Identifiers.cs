using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PoliceSocial.Bag.Contents;

/// <summary>
/// Identifiers that are the same in every file of a bag, and made again the same: UUIDs (version 8) of the export's own hash, a kind
/// and a number.
/// </summary>
internal sealed class Identifiers(Disclosure disclosure)
{
    private readonly byte[] _export = SHA256.HashData(Encoding.UTF8.GetBytes($"{disclosure.Force}\n{disclosure.Reference}"))[..7];

    public static long Number(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public string Urn(IdentifierKind kind, long number) => $"urn:uuid:{Uuid(kind, number)}";

    public Guid Uuid(IdentifierKind kind, long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        _export.CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[7] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);

        // The variant takes two bits of the number: those that they cover go where the version left room.
        bytes[6] = (byte)((bytes[6] & 0xF0) | (bytes[8] >> 4));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x0F));
        return new(bytes, bigEndian: true);
    }
}

/// <summary>What an identifier names.</summary>
internal enum IdentifierKind
{
    Export = 1,
    WarcFile = 2,
    Exchange = 3,
    Item = 4,
    Line = 5,
    LineFacet = 6,
    Hash = 7,
    HashFacet = 8,
    Account = 9,
    AccountFacet = 10,
    Action = 11,
    Exhibit = 12,
    ExhibitFile = 13,
    ExhibitFacet = 14,
    Tool = 15,
    Organisation = 16,
    Authorisation = 17,
    Investigation = 18,
    ToolFacet = 19,
    Answer = 20,
    Request = 21,
}
