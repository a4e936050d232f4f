using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>Looks at a plugin's folder before any of its code is loaded, and lets it pass or says why not.</summary>
internal sealed class Gate(ShelfOptions options, SupplierKeys keys)
{
    private const int LargestManifest = 256 * 1024;
    private const int LargestSignature = 1024;

    public GateOutcome Check(string folder, bool bundled)
    {
        try
        {
            return CheckFolder(folder, bundled);
        }
        catch (Exception e) when (e is UnfitPackageException or FormatException)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"Its files cannot be read: {e.Message} Check the disk and the rights of this account.");
        }
    }

    private GateOutcome CheckFolder(string folder, bool bundled)
    {
        if (Read(folder, ConnectorManifest.FileName, LargestManifest) is not { } manifestBytes)
        {
            return Refuse(
                $"There is no {ConnectorManifest.FileName} at the top of the package, or it is too large. "
                + "Check that this is a PoliceSocial plugin.");
        }

        var manifest = ManifestFile.Read(manifestBytes);
        if (ManifestRules.FindFault(manifest) is { } wrong)
            return Refuse(wrong);
        if (Read(folder, FileList.FileName, FileList.LargestList) is not { } list)
            return Refuse($"There is no {FileList.FileName} in it, or it is too large. Ask the supplier for a complete package.");
        if (FileList.Read(list) is not { } hashes)
            return Refuse($"{FileList.FileName} cannot be read: each line must be a SHA-256 in hex, two blanks and a path inside the package.");

        var signer = Signer(folder, list);
        if (signer is null && options.RequireSignature && !bundled)
            return Refuse(Unsigned(folder));
        if (FileList.FindFault(folder, hashes) is { } changed)
            return Refuse(changed);
        if (!hashes.Keys.Contains(manifest.Assembly, StringComparer.Ordinal))
            return Refuse($"It lacks {manifest.Assembly}, which it names as its assembly. Ask the supplier for a complete package.");
        if (HostAssemblies.FindFault(folder) is { } copy)
            return Refuse(copy);

        return new GateOutcome.Passed(manifest, Path.Combine(Path.GetFullPath(folder), manifest.Assembly), signer);
    }

    private string? Signer(string folder, byte[] list) =>
        Read(folder, FileList.SignatureName, LargestSignature) is { } signature ? keys.FindSigner(list, signature) : null;

    private string Unsigned(string folder) =>
        File.Exists(Path.Combine(folder, FileList.SignatureName))
            ? "No trusted supplier signed it. "
                + $"If you trust its supplier, put their public key into {options.TrustedFolder} and install it again."
            : $"It is not signed. Ask the supplier for a signed package ({FileList.SignatureName}), "
                + "or set Plugins:RequireSignature to false on a test system.";

    private static byte[]? Read(string folder, string name, int largest)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        return file.Exists && file.Length <= largest && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)
            ? File.ReadAllBytes(file.FullName)
            : null;
    }

    private static GateOutcome.Refused Refuse(string why) => new(why);
}
