namespace PoliceSocial.Rehearsal.Pictures;

/// <summary>What a file is by the end of its name.</summary>
internal static class MediaTypes
{
    public static readonly IReadOnlyList<string> Taken = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static string Of(string file) => Path.GetExtension(file) switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".mp4" => "video/mp4",
        ".mp3" => "audio/mpeg",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
}
