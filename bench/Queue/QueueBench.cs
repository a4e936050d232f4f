namespace PoliceSocial.Bench.Queue;

/// <summary>
/// What the queue page costs a signed-in operator, against a bare page of as many rows from the same store; what it costs on a
/// large store against a small one; and what both take while messages arrive.
/// </summary>
internal static class QueueBench
{
    private const int Rounds = 3;
    private const int Small = 10_000;

    /// <summary>The parts that may be asked for alone.</summary>
    public static readonly string[] Parts = ["pages", "search", "arriving", "visible"];

    public static async Task<int> RunAsync(int items, string? kept, string? only, CancellationToken ct)
    {
        await using var small = await FilledStore.OpenAsync(Inside(kept, "small"), ct);
        await using var large = await FilledStore.OpenAsync(Inside(kept, "large"), ct);
        await small.FillAsync(Math.Min(Small, items), ct);
        await large.FillAsync(items, ct);
        using (var sides = await Sides.StartAsync(small.Data, large.Data, ct))
        {
            if (only is null or "pages")
                await PagesAsync(sides, ct);
            if (only is null or "search")
                await SearchAsync(sides, ct);
            if (only is null or "arriving")
                await Arriving.PagesAsync(sides.Large, large, ct);
            if (only is null or "visible")
                await Arriving.VisibleAsync(sides.Large, large, ct);
        }

        return 0;
    }

    private static string? Inside(string? kept, string name) => kept is null ? null : Path.Combine(kept, name);

    private static async Task PagesAsync(Sides sides, CancellationToken ct)
    {
        var (few, many, again, bare) = (new List<Cost>(), new List<Cost>(), new List<Cost>(), new List<Cost>());
        for (var round = 1; round <= Rounds; round++)
        {
            many.Add(await Sides.OlderAsync(sides.Large, ct));
            bare.Add(await sides.BareAsync(ct));
            few.Add(await Sides.OlderAsync(sides.Small, ct));
            again.Add(await Sides.AgainAsync(sides.Large, ["/inbox"], ct));
            Figures.Say($"Round {round}: a page costs {many[^1].Processor * 1e6:0} us of processor, shown again {again[^1].Processor * 1e6:0}, a bare one {bare[^1].Processor * 1e6:0}.");
        }

        Figures.Print("queue.page-processor", Processor(many), "us", Processor(bare), "<=8");
        Figures.Print("queue.page-again-processor", Processor(again), "us", Processor(bare), "<=8");
        Figures.Print("queue.page-p95", P95(many), "ms", P95(few), "<=1.5");
        Figures.Print("queue.page-growth-processor", Processor(many), "us", Processor(few));
    }

    private static async Task SearchAsync(Sides sides, CancellationToken ct)
    {
        var searches = Searches();
        var (few, many) = (new List<Cost>(), new List<Cost>());
        await Sides.WarmAsync(sides.Large, searches, ct);
        await Sides.WarmAsync(sides.Small, searches, ct);
        for (var round = 1; round <= Rounds; round++)
        {
            many.Add(await Sides.AgainAsync(sides.Large, searches, ct));
            few.Add(await Sides.AgainAsync(sides.Small, searches, ct));
            Figures.Say($"Round {round}: a search takes {many[^1].P95 * 1e3:0.0} ms at the 95th percentile, {few[^1].P95 * 1e3:0.0} in the small store.");
        }

        Figures.Print("queue.search-p95", P95(many), "ms", P95(few), "<=5");
        Figures.Print("queue.search-growth-processor", Processor(many), "us", Processor(few));
    }

    /// <summary>A common word, two less common ones, a pair, and the beginning of a word.</summary>
    private static string[] Searches()
    {
        var words = Corpus.Vocabulary.Where(w => w.Length >= 3).ToArray();
        string[] typed = [words[0], words[40], words[400], $"{words[1]} {words[20]}", words.First(w => w.Length >= 8)[..5]];
        return [.. typed.Select(t => $"/inbox?q={Uri.EscapeDataString(t)}")];
    }

    private static double Processor(List<Cost> rounds) => Figures.Median(rounds.Select(r => r.Processor)) * 1e6;

    private static double P95(List<Cost> rounds) => Figures.Median(rounds.Select(r => r.P95)) * 1e3;
}
