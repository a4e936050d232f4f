namespace PoliceSocial.Bench.Queue;

/// <summary>The service on a small store and on a large one, and the bare page over the large one; warm, each in its own process.</summary>
internal sealed class Sides : IDisposable
{
    /// <summary>So many that the runtime has compiled what it will compile.</summary>
    private const int WarmUp = 2_000;
    private const int Pages = 150;
    private const int BarePages = 1_000;
    private const int PagesForPercentile = 900;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Desk _nobody = new();

    private Sides(ServiceProcess small, ServiceProcess large, ServiceProcess bare)
    {
        Small = small;
        Large = large;
        Bare = bare;
    }

    public ServiceProcess Small { get; }

    public ServiceProcess Large { get; }

    public ServiceProcess Bare { get; }

    public static async Task<Sides> StartAsync(string small, string large, CancellationToken ct)
    {
        var sides = new Sides(ServiceProcess.Start(small), ServiceProcess.Start(large), ServiceProcess.StartBarePage(large));
        try
        {
            await sides.WarmAsync(ct);
            return sides;
        }
        catch
        {
            sides.Dispose();
            throw;
        }
    }

    /// <summary>Pages that nobody was shown before in this session: each round signs in anew.</summary>
    public static async Task<Cost> OlderAsync(ServiceProcess service, CancellationToken ct)
    {
        using var desk = new Desk();
        await desk.SignInAsync(service.Address, "rees", ct);
        return await Walk.OlderAsync(service, desk, "/inbox", Pages, ct);
    }

    /// <summary>So many of them, session after session, that a hundredth is enough to tell.</summary>
    public static async Task<Cost> ManyAsync(ServiceProcess service, CancellationToken ct)
    {
        var rounds = new List<Cost>();
        for (var asked = 0; asked < PagesForPercentile; asked += Pages)
            rounds.Add(await OlderAsync(service, ct));
        return new(rounds.Average(r => r.Processor), [.. rounds.SelectMany(r => r.Times)]);
    }

    /// <summary>Pages that this session was shown a moment ago, as a screen that refreshes itself asks for them.</summary>
    public static async Task<Cost> AgainAsync(ServiceProcess service, IReadOnlyList<string> pages, CancellationToken ct)
    {
        using var desk = new Desk();
        await desk.SignInAsync(service.Address, "rees", ct);
        await Walk.AgainAsync(service, desk, pages, pages.Count, ct);
        return await Walk.AgainAsync(service, desk, pages, Pages, ct);
    }

    /// <summary>So often that the runtime has compiled what only these pages need.</summary>
    public static async Task WarmAsync(ServiceProcess service, IReadOnlyList<string> pages, CancellationToken ct)
    {
        for (var at = 0; at < WarmUp / 2; at += Pages)
            await AgainAsync(service, pages, ct);
    }

    public Task<Cost> BareAsync(CancellationToken ct) => Walk.OlderAsync(Bare, _nobody, "/bare", BarePages, ct);

    public void Dispose()
    {
        Small.Dispose();
        Large.Dispose();
        Bare.Dispose();
        _nobody.Dispose();
    }

    private async Task WarmAsync(CancellationToken ct)
    {
        foreach (var (process, path) in new[] { (Small, "/health/ready"), (Large, "/health/ready"), (Bare, "/bare") })
        {
            if (!await process.ReadyAsync(Longest, ct, path))
                throw new InvalidOperationException("It did not answer within two minutes.");
        }

        foreach (var service in new[] { Small, Large })
        {
            for (var at = 0; at < WarmUp; at += Pages)
                await OlderAsync(service, ct);
            await WarmAsync(service, ["/inbox"], ct);
        }

        await Walk.AgainAsync(Bare, _nobody, ["/bare"], WarmUp, ct);
    }
}
