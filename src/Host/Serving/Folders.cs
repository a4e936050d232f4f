using Microsoft.AspNetCore.DataProtection;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Host.Serving;

/// <summary>Lays out the data folder: the store, the keys.</summary>
internal static class Folders
{
    public static IServiceCollection AddFolders(this IServiceCollection services, IConfiguration configuration)
    {
        var data = Of(configuration);
        Directory.CreateDirectory(data);
        services.AddSingleton(new DataFolder(data));
        services.PostConfigure<DatabaseOptions>(o => o.Folder = Path.Combine(data, "store"));
        services.AddDataProtection().SetApplicationName("PoliceSocial").PersistKeysToFileSystem(new(Path.Combine(data, "keys")))
            .ProtectWithCertificate(configuration);
        return services;
    }

    /// <summary>The data folder's full path.</summary>
    public static string Of(IConfiguration configuration) => Path.GetFullPath(configuration["data"] ?? "data");
}
