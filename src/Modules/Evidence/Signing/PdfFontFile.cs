using Microsoft.Extensions.Options;

namespace PoliceSocial.Evidence.Signing;

/// <summary>The font that PDFs embed: the one that is set up, or one that the system is known to have.</summary>
internal sealed class PdfFontFile(IOptions<EvidenceOptions> options)
{
    private static readonly string[] Known =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    ];

    /// <summary>Its bytes; null where there is none, and bags say so.</summary>
    public ReadOnlyMemory<byte>? Read()
    {
        var windows = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.Fonts), "arial.ttf");
        var file = options.Value.Font is { } font ? font : Known.Append(windows).FirstOrDefault(File.Exists);
        return file is not null && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
