namespace PoliceSocial.Evidence.Making;

/// <summary>What a media original is called in a bag: its number (that of a picture of ours is below zero), the beginning of its hash, and an ending that its type gives it.</summary>
internal static class MediaName
{
    public static string Of(long attachmentId, ReadOnlyMemory<byte> sha256, string type) =>
        FormattableString.Invariant($"{(attachmentId < 0 ? "ours" : "")}{attachmentId}-{Convert.ToHexStringLower(sha256.Span[..4])}{Ending(type)}");

    private static string Ending(string type) => type switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "audio/mpeg" => ".mp3",
        "application/pdf" => ".pdf",
        _ => ".bin",
    };
}
