using System.Diagnostics;
using PoliceSocial.Bench.Faults;
using PoliceSocial.Bench.Ingest;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Queue;

/// <summary>What the queue page costs a signed-in operator, against a bare page of as many rows from the same store.</summary>
internal static class QueueBench
{
    private const int Rounds = 3;
    private const int Small = 10_000;
    private const int WarmUp = 150;
    private const int Pages = 150;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(int items, CancellationToken ct)
    {
        using var folder = new TempFolder();
        var data = folder.Sub("data");
        await using var network = await Network.StartAsync(1, ct);
        await LoopbackForce.SetUpAsync(data, network.Address, ct);
        using var desk = new Desk();
        var corpus = new Corpus(5);
        await FillAsync(data, corpus, 0, Math.Min(Small, items), ct);
        var few = await MeasureAsync(data, desk, true, ct);
        await FillAsync(data, corpus, Small, items - Small, ct);
        var many = await MeasureAsync(data, desk, false, ct);
        Figures.Print("queue.page-processor", many.Page * 1e6, "us", many.Bare * 1e6, "<=8");
        Figures.Print("queue.page-p95", many.P95 * 1e3, "ms", few.P95 * 1e3, "<=1.5");
        Figures.Print("queue.search-p95", many.SearchP95 * 1e3, "ms", few.SearchP95 * 1e3, "<=5");
        return 0;
    }

    private static async Task FillAsync(string data, Corpus corpus, int from, int count, CancellationToken ct)
    {
        if (count <= 0)
            return;
        await using var force = await Force.OpenAsync(data, ct);
        await force.StartAsync(true, ct);
        await Callers.StoreAsync(force.Get<Intake>(), corpus.Take(from, count, 1), 1, 100, ct);
        await force.SequencedAsync(ct);
    }

    private static async Task<Cost> MeasureAsync(string data, Desk desk, bool signIn, CancellationToken ct)
    {
        using var service = ServiceProcess.Start(data);
        using var bare = ServiceProcess.StartBarePage(data);
        if (!await service.ReadyAsync(Longest, ct, "/health/ready") || !await bare.ReadyAsync(Longest, ct, "/bare"))
            throw new InvalidOperationException("It did not answer within two minutes.");
        if (signIn)
            await desk.SignInAsync(service.Address, "rees", ct);
        await RoundAsync(service, desk, "/inbox", WarmUp, ct);
        await RoundAsync(bare, desk, "/bare", WarmUp, ct);
        var (pages, bares) = (new List<Round>(), new List<Round>());
        for (var round = 1; round <= Rounds; round++)
        {
            pages.Add(await RoundAsync(service, desk, "/inbox", Pages, ct));
            bares.Add(await RoundAsync(bare, desk, "/bare", Pages, ct));
            Figures.Say($"Round {round}: a page costs {pages[^1].Processor * 1e6:0} us of processor, a bare one {bares[^1].Processor * 1e6:0}.");
        }

        var search = await RoundAsync(service, desk, "/inbox?q=ba", Pages, ct);
        return new(
            Figures.Median(pages.Select(r => r.Processor)), Figures.Median(bares.Select(r => r.Processor)),
            Figures.Median(pages.Select(r => r.P95)), search.P95);
    }

    private static async Task<Round> RoundAsync(ServiceProcess service, Desk desk, string page, int pages, CancellationToken ct)
    {
        var address = new Uri(service.Address, page);
        var times = new List<double>();
        var before = service.Processor;
        for (var i = 0; i < pages; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var text = await desk.ReadAsync(address, ct);
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (text.Length < 1_000)
                throw new InvalidOperationException($"{page} shows nothing: is anybody signed in?");
        }

        return new((service.Processor - before).TotalSeconds / pages, Figures.Percentile(times, 0.95));
    }

    private sealed record Round(double Processor, double P95);

    private sealed record Cost(double Page, double Bare, double P95, double SearchP95);
}
