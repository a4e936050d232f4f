using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bench.Ingest;

/// <summary>How fast what arrives is stored: parsed, deduplicated, threaded, flagged, indexed, in the outbox and in the ledger.</summary>
internal static class IngestBench
{
    private const int Rounds = 3;
    private const int Page = 100;
    private const int Callers = 4;

    public static async Task<int> RunAsync(int items, CancellationToken ct)
    {
        var some = new Corpus(1).Take(0, Math.Min(items, 20_000), 1);
        var one = some[..Math.Min(some.Count, 4_000)];
        Figures.Say($"Warming up.");
        await Trial.ProductAsync(one, Callers, Page, true, ct);
        await Trial.BareAsync(one, Page);
        await BatchesAsync(some, ct);
        await SinglesAsync(one, ct);
        await GrowthBench.RunAsync(items, ct);
        return 0;
    }

    private static async Task BatchesAsync(List<CollectedItem> items, CancellationToken ct)
    {
        var (product, bare, without) = (new List<Result>(), new List<Result>(), new List<Result>());
        for (var round = 1; round <= Rounds; round++)
        {
            product.Add(await Trial.ProductAsync(items, Callers, Page, true, ct));
            bare.Add(await Trial.BareAsync(items, Page));
            without.Add(await Trial.ProductAsync(items, Callers, Page, false, ct));
            Figures.Say($"Batches, round {round}: {product[^1].Rate:0}/s, bare {bare[^1].Rate:0}/s, without the ledger {without[^1].Rate:0}/s.");
        }

        Print("ingest.batch", "items/s", product, bare, r => r.Rate, ">=0.35");
        Print("ingest.batch-processor", "items/cpu-s", product, bare, r => r.PerProcessor);
        Print("ingest.ledger", "items/s", product, without, r => r.Rate, ">=0.75");
        Print("ingest.ledger-processor", "items/cpu-s", product, without, r => r.PerProcessor);
        Print("ingest.bytes", "bytes/item", product, bare, r => r.Bytes, "<=1.6");
    }

    private static async Task SinglesAsync(List<CollectedItem> items, CancellationToken ct)
    {
        var (product, bare) = (new List<Result>(), new List<Result>());
        for (var round = 1; round <= Rounds; round++)
        {
            product.Add(await Trial.ProductAsync(items, 8, 1, true, ct));
            bare.Add(await Trial.BareAsync(items, 1));
            Figures.Say($"One by one, round {round}: {product[^1].Rate:0}/s, bare {bare[^1].Rate:0}/s.");
        }

        Print("ingest.single", "items/s", product, bare, r => r.Rate, ">=0.40");
        Print("ingest.single-processor", "items/cpu-s", product, bare, r => r.PerProcessor);
    }

    private static void Print(string name, string unit, List<Result> product, List<Result> limit, Func<Result, double> what, string target = "-") =>
        Figures.Print(name, Figures.Median(product.Select(what)), unit, Figures.Median(limit.Select(what)), target);
}
