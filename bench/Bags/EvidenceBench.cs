using System.Diagnostics;
using System.Globalization;
using PoliceSocial.Bag.Verify;
using PoliceSocial.Evidence.Making;

namespace PoliceSocial.Bench.Bags;

/// <summary>How fast a bag is made and verified, and how much memory that takes, against packing and hashing the same bytes.</summary>
internal static class EvidenceBench
{
    private const int Rounds = 3;
    private const int Images = 500;
    private const int ImageBytes = 256 << 10;

    public static async Task<int> RunAsync(int messages, CancellationToken ct)
    {
        Figures.Say($"Filling a store with {messages} messages, and {Images} images of {ImageBytes >> 10} kB.");
        using var folder = new TempFolder();
        await using var force = await FilledCase.OpenAsync(folder.Path, messages, Images, ImageBytes, ct);
        var text = await MeasureAsync(force, FilledCase.Text, stored: false, ct);
        var media = await MeasureAsync(force, FilledCase.Media, stored: true, ct);
        Figures.Print("evidence.export-text", text.Export, "MB/s", text.Bare, ">=0.55");
        Figures.Print("evidence.export-media", media.Export, "MB/s", media.Bare, ">=0.50");
        Figures.Print("evidence.verify-text", text.Verify, "s", text.Hash, "<=2");
        Figures.Print("evidence.verify-media", media.Verify, "s", media.Hash, "<=2");
        var id = await FilledCase.OrderAsync(force, [FilledCase.Text, FilledCase.Media], ct);
        Figures.Print("evidence.peak-memory", await PeakAsync(folder.Path, id, ct), "MB", 200, "<=1");
        return 0;
    }

    /// <summary>What the benchmark runs in a process of its own: one export, and how much memory it took at most.</summary>
    public static async Task<int> ExportOnceAsync(string data, CancellationToken ct)
    {
        await using var force = await Force.OpenAsync(data, ct);
        await force.Get<ExportMaker>().NextAsync(ct);
        Console.Out.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<(double Export, double Bare, double Verify, double Hash)> MeasureAsync(Force force, string thread, bool stored, CancellationToken ct)
    {
        var (export, bare, verify, hash) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var id = await FilledCase.OrderAsync(force, [thread], ct);
            var made = await Span.OfAsync(() => force.Get<ExportMaker>().NextAsync(ct));
            var bag = force.Get<BagFolder>().PathOf(id);
            if (!File.Exists(bag))
                throw new InvalidOperationException("The export was not made.");
            var files = BareBag.Unpack(bag);
            var packed = await Span.OfAsync(() => Task.Run(() => BareBag.Pack(files, bag + ".bare", stored), ct));
            var verified = await Span.OfAsync(async () => Check(await BagVerifier.VerifyAsync(bag, new(), ct)));
            var hashed = await Span.OfAsync(() => Task.Run(() => BareBag.Hash(files), ct));
            var megabytes = files.Sum(f => f.Bytes.LongLength) / 1e6;
            Figures.Say($"Round {round}, {thread}: {megabytes:0.0} MB; export {made.Seconds:0.00} s ({made.Processor:0.00} cpu-s), bare {packed.Seconds:0.00} s ({packed.Processor:0.00} cpu-s), verify {verified.Seconds:0.00} s ({verified.Processor:0.00} cpu-s), bare {hashed.Seconds:0.00} s ({hashed.Processor:0.00} cpu-s).");
            File.Delete(bag);
            if (round == 0)
                continue;
            export.Add(megabytes / made.Seconds);
            bare.Add(megabytes / packed.Seconds);
            verify.Add(verified.Seconds);
            hash.Add(hashed.Seconds);
        }

        return (Figures.Median(export), Figures.Median(bare), Figures.Median(verify), Figures.Median(hash));
    }

    private static void Check(BagReport report)
    {
        if (!report.IsSound)
            throw new InvalidOperationException(report.Findings[0].What);
    }

    private static async Task<double> PeakAsync(string data, long id, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["evidence-once", "--data", data]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Figures.Say($"Export {id} in a process of its own ended with {process.ExitCode}.");
        return long.Parse(said.Trim(), CultureInfo.InvariantCulture) / 1e6;
    }
}
