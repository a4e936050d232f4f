using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Pictures;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Collect;

/// <summary>Hands over an attachment: a picture made on the spot, or a file beside the scenario.</summary>
internal static class FetchMedia
{
    public static async Task<Outcome<MediaContent>> FetchAsync(ScenarioFolder folder, MediaReference media, long maximum, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return media.Reference.Split(':', 2) switch
            {
                ["picture", var picture] when TestPictures.Names.Contains(picture) => Within(TestPictures.Make(picture), media, maximum),
                [ScenarioFolder.Shipped or ScenarioFolder.Own, var name] => await ReadAsync(folder.FileOf(media.Reference.Split(':')[0], name), media, maximum, ct),
                _ => NotThere(),
            };
        }
        catch (Exception e) when (Fault.Of<MediaContent>(e) is { } fault)
        {
            return fault;
        }
    }

    private static async Task<Outcome<MediaContent>> ReadAsync(FileInfo? file, MediaReference media, long maximum, CancellationToken ct) =>
        file is not { Exists: true } ? NotThere()
        : file.Length > maximum ? TooLarge(file.Length, maximum)
        : Within(await File.ReadAllBytesAsync(file.FullName, ct), media, maximum);

    private static Outcome<MediaContent>.Refused NotThere() => new("The rehearsal network has no such attachment.");

    private static Outcome<MediaContent> Within(byte[] bytes, MediaReference media, long maximum) => bytes.Length > maximum
        ? TooLarge(bytes.Length, maximum)
        : new Outcome<MediaContent>.Success(new MediaContent(bytes, media.MediaType));

    private static Outcome<MediaContent>.Refused TooLarge(long bytes, long maximum) =>
        new($"The attachment has {bytes} bytes; at most {maximum} are taken.");
}
