namespace PoliceSocial.Host.Shelf;

/// <summary>What <c>plugin install</c> does: stages a package and chooses it, or chooses what is on the shelf already.</summary>
internal sealed class PluginInstall(PluginPackage package, ShelfCatalogue catalogue)
{
    /// <param name="what">A folder, a <c>.zip</c>, or <c>id@version</c> of what is on the shelf.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<InstallOutcome> RunAsync(string what, CancellationToken ct)
    {
        if (what.Split('@') is [var id, var version] && PluginName.IsId(id) && PluginName.IsVersion(version))
            return Choose(id, version);

        var outcome = await package.StageAsync(what, ct);
        if (outcome is InstallOutcome.Installed { Version: var staged } && !catalogue.Choose(staged.Id, staged.Version))
            throw new InvalidOperationException($"{staged} was put on the shelf and is not there.");
        return outcome;
    }

    private InstallOutcome Choose(string id, string version) =>
        catalogue.Choose(id, version) && catalogue.Find(id).Chosen is { } chosen
            ? new InstallOutcome.Installed(chosen, Signer: null)
            : new InstallOutcome.Refused(
                $"{id} {version} is not on the shelf. See 'plugin list' for what is, or give its folder or .zip file.");
}
