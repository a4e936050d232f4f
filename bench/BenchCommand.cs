using System.CommandLine;
using PoliceSocial.Bench.Faults;
using PoliceSocial.Bench.Ingest;

namespace PoliceSocial.Bench;

/// <summary>The benchmarks' command line. Figures go to standard output, everything else to standard error.</summary>
internal static class BenchCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the product against bare programs that do only the unavoidable work, in the same run.")
        {
            Measure("ingest", "Storing what arrives, against bare inserts of the same rows.", 60_000, IngestBench.RunAsync),
            Faults(),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Measure(string name, string what, int usual, Func<int, CancellationToken, Task<int>> run)
    {
        var items = new Option<int>("--items") { Description = "How many messages the store grows to.", DefaultValueFactory = _ => usual };
        var full = new Option<bool>("--full") { Description = "A million messages, as the targets say." };
        var command = new Command(name, what) { items, full };
        command.SetAction((parsed, ct) => run(parsed.GetValue(full) ? 1_000_000 : parsed.GetValue(items), ct));
        return command;
    }

    private static Command Faults()
    {
        var kills = new Option<int>("--kills") { Description = "How often the service is killed.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "Chooses the instants of the kills.", DefaultValueFactory = _ => 1 };
        var items = new Option<int>("--items") { Description = "How many messages arrive for each kill.", DefaultValueFactory = _ => 300 };
        var command = new Command("faults", "Kills the service at random instants under load, and counts what was lost or doubled.") { kills, seed, items };
        command.SetAction((parsed, ct) => FaultRun.RunAsync(
            new(parsed.GetValue(kills), parsed.GetValue(seed), parsed.GetValue(items)), ct));
        return command;
    }
}
