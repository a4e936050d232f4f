using PoliceSocial.Contracts.Audit;
using PoliceSocial.Ledger.Verify;

namespace PoliceSocial.Bench.Audit;

/// <summary>How fast the ledger is verified, in its store and from exported files, on one core: processor time, not the clock.</summary>
internal static class AuditBench
{
    private const int Rounds = 3;
    private const int Small = 10_000;

    public static async Task<int> RunAsync(int entries, CancellationToken ct)
    {
        Figures.Say($"Filling two ledgers.");
        using var folder = new TempFolder();
        await using var small = await FilledLedger.OpenAsync(folder.Sub("small"), Math.Min(entries, Small), ct);
        await using var large = await FilledLedger.OpenAsync(folder.Sub("large"), entries, ct);
        var files = Path.Combine(folder.Path, "exported");
        await large.Get<ILedgerExport>().ExportAsync(files, "the benchmark", ct);
        var (store, bare, offline, bareFiles, few) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var now = new[]
            {
                await RateAsync(entries, () => FilledLedger.VerifyAsync(large, ct)),
                await RateAsync(entries, () => BareReader.StoreAsync(large.Folder)),
                await RateAsync(entries, () => Task.Run(() => VerifyFiles(files, ct), ct)),
                await RateAsync(entries, () => BareReader.FilesAsync(files)),
                await RateAsync(Math.Min(entries, Small), () => FilledLedger.VerifyAsync(small, ct)),
            };
            Figures.Say($"Round {round}: store {now[0]:0}, bare {now[1]:0}, files {now[2]:0}, bare {now[3]:0}, small store {now[4]:0} entries in a second of processor.");
            if (round == 0)
                continue;
            store.Add(now[0]);
            bare.Add(now[1]);
            offline.Add(now[2]);
            bareFiles.Add(now[3]);
            few.Add(now[4]);
        }

        Figures.Print("audit.verify-store", Figures.Median(store), "entries/cpu-s", Figures.Median(bare), ">=0.50");
        Figures.Print("audit.verify-files", Figures.Median(offline), "entries/cpu-s", Figures.Median(bareFiles), ">=0.50");
        Figures.Print("audit.growth", 1e6 / Figures.Median(store), "us/entry", 1e6 / Figures.Median(few), "<=1.2");
        return 0;
    }

    private static async Task<double> RateAsync(int entries, Func<Task> work) => entries / (await Span.OfAsync(work)).Processor;

    private static void VerifyFiles(string folder, CancellationToken ct)
    {
        if (LedgerVerifier.Verify(folder, new VerificationOptions(), ct).Fault is { } fault)
            throw new InvalidOperationException(fault.What);
    }
}
