using Microsoft.Extensions.Configuration;

namespace PoliceSocial.Incidents.Pinning;

/// <summary>The tile server behind the map (<c>Incidents:Map</c>); none unless an administrator names one, and the map works without.</summary>
internal sealed record MapOptions
{
    public const string Section = "Incidents:Map";
    private static readonly string[] Parts = ["{z}", "{x}", "{y}"];

    /// <summary>The address of one tile, with {z}, {x} and {y}; https, or http on this very machine.</summary>
    public string Tiles { get; init; } = "";

    /// <summary>Whom the tiles' licence wants named.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>Whom a browser must be let ask for pictures; null for nobody.</summary>
    public Uri? Host => Tiles.Length == 0 ? null : new Uri(new Uri(Tiles.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority));

    public static MapOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<MapOptions>() ?? new();
        if (options.Tiles.Length == 0)
            return options;
        if (!Parts.All(part => options.Tiles.Contains(part, StringComparison.Ordinal)))
            throw new InvalidOperationException($"{Section}:Tiles needs {{z}}, {{x}} and {{y}}.");
        return Uri.TryCreate(options.Tiles, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && !options.Host!.Host.Contains('{', StringComparison.Ordinal)
            ? options
            : throw new InvalidOperationException($"{Section}:Tiles must be an https address of one host.");
    }
}
