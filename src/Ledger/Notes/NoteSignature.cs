using System.Buffers.Binary;

namespace PoliceSocial.Ledger.Notes;

/// <summary>One signature line of a note, verified or not: whose key it names, and the bytes that key is said to have made.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature)
{
    private const string Dash = "— ";
    private const int KeyIdBytes = 4;

    internal static NoteSignature? Read(string line)
    {
        var space = line.LastIndexOf(' ');
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || space <= Dash.Length)
            return null;

        var name = line[Dash.Length..space];
        return KeyName.IsValid(name) && StrictBase64.Read(line[(space + 1)..]) is { Length: > KeyIdBytes } bytes
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[KeyIdBytes..])
            : null;
    }

    /// <summary>The line as it stands in a note, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[KeyIdBytes + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes, KeyIdBytes);
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }
}
