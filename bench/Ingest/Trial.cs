using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Collect;

namespace PoliceSocial.Bench.Ingest;

/// <summary>One round of storing the same items, by the product or by the bare program, into a new store.</summary>
internal static class Trial
{
    public static async Task<Result> ProductAsync(List<CollectedItem> items, int callers, int page, bool withLedger, CancellationToken ct)
    {
        using var folder = new TempFolder();
        Span span;
        double bytes;
        await using (var force = await Force.OpenAsync(folder.Path, ct))
        {
            await force.StartAsync(withLedger, ct);
            var intake = force.Get<Intake>();
            span = await Span.OfAsync(async () =>
            {
                await Callers.StoreAsync(intake, items, callers, page, ct);
                if (withLedger)
                    await force.SequencedAsync(ct);
            });
            if (withLedger)
                await force.TrimmedAsync(ct);
        }

        bytes = StoreSize.Of(folder.Path);
        return new(items.Count / span.Seconds, items.Count / span.Processor, bytes / items.Count);
    }

    public static async Task<Result> BareAsync(List<CollectedItem> items, int page)
    {
        using var folder = new TempFolder();
        Span span;
        using (var store = new BareStore(Path.Combine(folder.Path, "bare.db")))
        {
            var all = items.ToArray();
            span = await Span.OfAsync(() =>
            {
                for (var at = 0; at < all.Length; at += page)
                    store.Insert(all.AsSpan(at, Math.Min(page, all.Length - at)));
                return Task.CompletedTask;
            });
        }

        return new(items.Count / span.Seconds, items.Count / span.Processor, StoreSize.Of(folder.Path) / (double)items.Count);
    }
}

/// <summary>What came of a round.</summary>
/// <param name="Rate">Items in a second.</param>
/// <param name="PerProcessor">Items in a second of processor: other work on the machine does not count.</param>
/// <param name="Bytes">Bytes on disk for an item.</param>
internal sealed record Result(double Rate, double PerProcessor, double Bytes);
