using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Ingest;

/// <summary>Whether storing slows down as the store grows: the last tenth against the first, after ten thousand items.</summary>
internal static class GrowthBench
{
    private const int Before = 10_000;
    private const int Chunk = 1_000;

    public static async Task RunAsync(int items, CancellationToken ct)
    {
        if (items < Before + (2 * Chunk))
        {
            Figures.Say($"Growth needs at least {Before + (2 * Chunk)} items.");
            return;
        }

        using var folder = new TempFolder();
        await using var force = await Force.OpenAsync(folder.Path, ct);
        await force.StartAsync(true, ct);
        var intake = force.Get<Intake>();
        var corpus = new Corpus(2);
        var spans = new List<Span>();
        for (var at = 0; at < items; at += Chunk)
        {
            var next = corpus.Take(at, Chunk, 1);
            var span = await Span.OfAsync(async () =>
            {
                await Callers.StoreAsync(intake, next, 4, 100, ct);
                await force.SequencedAsync(ct);
            });
            if (at >= Before)
                spans.Add(span);
            if (at % 50_000 == 0)
                Figures.Say($"Growth: {at} items, {Chunk / span.Seconds:0}/s, {Chunk / span.Processor:0} in a second of processor.");
        }

        var tenth = Math.Max(1, spans.Count / 10);
        var (first, last) = (spans.Take(tenth).ToList(), spans.TakeLast(tenth).ToList());
        Figures.Print("ingest.growth", Rate(last, s => s.Seconds), "items/s", Rate(first, s => s.Seconds), ">=0.85");
        Figures.Print("ingest.growth-processor", Rate(last, s => s.Processor), "items/cpu-s", Rate(first, s => s.Processor));
    }

    private static double Rate(List<Span> spans, Func<Span, double> what) => Chunk / Figures.Median(spans.Select(what));
}
