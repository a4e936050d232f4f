namespace PoliceSocial.Host.Shelf;

/// <summary>
/// Puts a supplier's package on the shelf: unpacks it aside, lets the gate look at the very files that will be used, and moves
/// them into place in one step. A version that is there is never written over.
/// </summary>
internal sealed class PluginPackage(ShelfOptions options, Staging staging, Gate gate)
{
    public async Task<InstallOutcome> StageAsync(string package, CancellationToken ct)
    {
        if (!Directory.Exists(package) && !File.Exists(package))
            return Refuse($"There is no package at {package}. Give a plugin's folder or its .zip file.");

        try
        {
            using var aside = staging.Begin();
            await Unpacking.CopyAsync(package, aside.Path, ct);
            return gate.Check(aside.Path, bundled: false) switch
            {
                GateOutcome.Passed p => Place(aside.Path, p),
                GateOutcome.Refused r => Refuse(r.Why),
                _ => throw new InvalidOperationException("The gate neither passed nor refused."),
            };
        }
        catch (UnfitPackageException e)
        {
            return Refuse(e.Message);
        }
        catch (InvalidDataException e)
        {
            return Refuse($"The package is not a .zip file that can be read: {e.Message} Nothing was changed. Get it again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(
                $"The package could not be copied onto the shelf: {e.Message} Nothing was changed. "
                + "Check the disk and the rights of this account, then try again.");
        }
    }

    private InstallOutcome Place(string aside, GateOutcome.Passed passed)
    {
        var (id, version) = (passed.Manifest.Id, passed.Manifest.Version);
        var place = Path.Combine(options.ShelfFolder, id, version);
        if (Directory.Exists(place))
        {
            return Refuse(
                $"{id} {version} is on the shelf already and is never written over. "
                + $"Choose it with 'plugin install {id}@{version}', or get a newer version.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Directory.Move(aside, place);
        return new InstallOutcome.Installed(new PluginVersion(id, version, place, Bundled: false), passed.Signer);
    }

    private static InstallOutcome.Refused Refuse(string why) => new(why);
}
