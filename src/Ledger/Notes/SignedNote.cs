using System.Text;

namespace PoliceSocial.Ledger.Notes;

/// <summary>
/// A text and its signatures, in the C2SP signed-note format. Signatures by keys nobody here knows (a witness's, say) are kept as
/// they came. Reading a note trusts nothing: ask <see cref="NoteTrust"/> who signed.
/// </summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>A note longer than this, or with more than <see cref="MostSignatures"/> signatures, is not read.</summary>
    public const int LongestBytes = 1 << 20;

    public const int MostSignatures = 100;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text in bytes: what signatures are over.</summary>
    public byte[] TextBytes => Utf8.GetBytes(Text);

    /// <summary>Reads a note; null where the bytes are not one.</summary>
    public static SignedNote? Read(ReadOnlySpan<byte> bytes) => bytes.Length <= LongestBytes && Decode(bytes) is { } all ? Read(all) : null;

    /// <summary>The same note with one signature more, as a witness adds it.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    public byte[] ToBytes()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
            note.Append(signature).Append('\n');

        return Utf8.GetBytes(note.ToString());
    }

    private static SignedNote? Read(string all)
    {
        var end = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !all.EndsWith('\n') || all.Any(c => c < ' ' && c != '\n'))
            return null;

        var lines = all[(end + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures)
            return null;

        var signatures = lines.Select(NoteSignature.Read).OfType<NoteSignature>().ToList();
        return signatures.Count == lines.Length ? new(all[..(end + 1)], signatures) : null;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
