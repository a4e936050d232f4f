using Microsoft.Data.Sqlite;

namespace PoliceSocial.Bench.Queue;

/// <summary>The limit: a host with one Razor page over one open connection.</summary>
internal static class BareHost
{
    public static async Task<int> RunAsync(string address, string data, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its own page only: the product's, which come with the reference to its host, begin with what they all share.
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            foreach (var part in parts.ApplicationParts.Where(p => p.Name != typeof(BareHost).Assembly.GetName().Name).ToList())
                parts.ApplicationParts.Remove(part);
        });
        builder.Services.AddSingleton(_ => Open(data));
        await using var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync(ct);
        return 0;
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "store", "inbox.db")};Mode=ReadOnly");
        connection.Open();
        return connection;
    }
}
