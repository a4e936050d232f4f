namespace PoliceSocial.Host.Shelf;

/// <summary>How the shelf is set up; the section <c>Plugins</c> of the configuration.</summary>
internal sealed record ShelfOptions
{
    /// <summary>The host's data folder; the shelf lies in its <c>plugins</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the plugins lie that come with the product.</summary>
    public string BundledFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Whether an installed plugin must be signed by a trusted supplier.</summary>
    public bool RequireSignature { get; init; } = true;

    /// <summary>How long the calls of a replaced version may go on.</summary>
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a cancelled call has to end before nobody waits for it any longer.</summary>
    public TimeSpan CutOffFor { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a new version may take to be created and to answer its health check.</summary>
    public TimeSpan TrialFor { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long to look for a replaced version to leave memory before it is reported.</summary>
    public TimeSpan UnloadFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the shelf looks whether somebody chose another version.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The proxy that connectors reach their networks through; null for none.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Names whose addresses may be private: a network's server inside the force's own network.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    public string ShelfFolder => Path.Combine(DataFolder, "plugins");

    public string StagingFolder => Path.Combine(ShelfFolder, ".staging");

    public string TrustedFolder => Path.Combine(ShelfFolder, "trusted");

    /// <summary>The keys that come with the product.</summary>
    public string BundledTrustedFolder => Path.Combine(BundledFolder, "trusted");
}
