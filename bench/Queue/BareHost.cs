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
        builder.Services.AddRazorPages();
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
