namespace PoliceSocial.Host.Shelf;

/// <summary>What came of putting a package on the shelf.</summary>
internal abstract record InstallOutcome
{
    private InstallOutcome()
    {
    }

    /// <summary>It lies on the shelf.</summary>
    /// <param name="Version">Which plugin, which version, where.</param>
    /// <param name="Signer">Whose signature let it in, or null.</param>
    public sealed record Installed(PluginVersion Version, string? Signer) : InstallOutcome;

    /// <summary>It does not, and nothing was changed.</summary>
    /// <param name="Why">A sentence that says what to do.</param>
    public sealed record Refused(string Why) : InstallOutcome;
}
