using PoliceSocial.Host.Shelf;
using PoliceSocial.Host.Tests.Plugins;

namespace PoliceSocial.Bench.Faults;

/// <summary>Two versions of the loopback connector on a shelf, and which of them is chosen: as the command line does it, beside the service.</summary>
internal static class ConnectorChoice
{
    private const string Id = "loopback";
    private const string First = "1.0.0";
    private const string Second = "1.0.1";

    /// <summary>Puts the second version on the shelf, and chooses it.</summary>
    public static async Task AddSecondAsync(string data, CancellationToken ct)
    {
        var package = OtherVersion.Make(LoopbackForce.Connector, Second);
        try
        {
            await ServiceProcess.CommandAsync(data, ["plugin", "install", package], ct);
        }
        finally
        {
            Directory.Delete(package, recursive: true);
        }
    }

    /// <summary>Chooses the version that is not chosen.</summary>
    public static void Other(string data)
    {
        var catalogue = Catalogue(data);
        if (!catalogue.Choose(Id, catalogue.Find(Id).Chosen?.Version == Second ? First : Second))
            throw new InvalidOperationException("The other version of the loopback connector is not on the shelf.");
    }

    /// <summary>Whether a version is chosen that has not yet been in use.</summary>
    public static bool IsUnderWay(string data)
    {
        var catalogue = Catalogue(data);
        return catalogue.Find(Id).Chosen != catalogue.FindProven(Id);
    }

    private static ShelfCatalogue Catalogue(string data) => new(new ShelfOptions { DataFolder = data });
}
