namespace PoliceSocial.Bench.Start;

/// <summary>The limit: an ASP.NET host with one answer.</summary>
internal static class EmptyHost
{
    public static async Task<int> RunAsync(string address, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet("/", () => "hello");
        await app.RunAsync(ct);
        return 0;
    }
}
