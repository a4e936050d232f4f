using System.CommandLine;
using PoliceSocial.Bench.Audit;
using PoliceSocial.Bench.Bags;
using PoliceSocial.Bench.Faults;
using PoliceSocial.Bench.Ingest;
using PoliceSocial.Bench.Queue;
using PoliceSocial.Bench.Start;
using PoliceSocial.Bench.Triage;

namespace PoliceSocial.Bench;

/// <summary>The benchmarks' command line. Figures go to standard output, everything else to standard error.</summary>
internal static class BenchCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures the product against bare programs that do only the unavoidable work, in the same run.")
        {
            Measure("ingest", "Storing what arrives, against bare inserts of the same rows.", 60_000, IngestBench.RunAsync),
            Queue(),
            Measure("audit", "Verifying the ledger, against a bare loop that reads and hashes the same entries.", 100_000, AuditBench.RunAsync),
            Measure("evidence", "Making and verifying an evidence bag, against packing and hashing the same bytes.", 10_000, EvidenceBench.RunAsync),
            Measure("start", "Starting on a filled store, against an empty ASP.NET host; exchanging a connector; memory after a flood.", 20_000, StartBench.RunAsync),
            Faults(),
            Triage(),
            Once(),
            Empty(),
            Bare(),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Measure(string name, string what, int usual, Func<int, CancellationToken, Task<int>> run)
    {
        var command = Sized(name, what, usual);
        command.SetAction((parsed, ct) => run(ItemsOf(parsed), ct));
        return command;
    }

    private static Command Sized(string name, string what, int usual) => new(name, what)
    {
        new Option<int>("--items") { Description = "How many messages the store grows to.", DefaultValueFactory = _ => usual },
        new Option<bool>("--full") { Description = "A million messages, as the targets say." },
    };

    private static int ItemsOf(ParseResult parsed) => parsed.GetValue<bool>("--full") ? 1_000_000 : parsed.GetValue<int>("--items");

    private static Command Queue()
    {
        var kept = new Option<string?>("--store") { Description = "A folder for the filled stores; what lies there already is used again." };
        var command = Sized("queue", "The queue page, against a bare page of as many rows from the same store.", 60_000);
        var only = new Option<string?>("--only") { Description = $"One part alone: {string.Join(", ", QueueBench.Parts)}." };
        only.AcceptOnlyFromAmong(QueueBench.Parts);
        command.Add(kept);
        command.Add(only);
        command.SetAction((parsed, ct) => QueueBench.RunAsync(ItemsOf(parsed), parsed.GetValue(kept), parsed.GetValue(only), ct));
        return command;
    }

    private static Command Triage()
    {
        var posts = new Option<string?>("--posts") { Description = "A folder of labelled posts in the form of CrisisLexT26; a file for each event.", DefaultValueFactory = _ => CrisisPosts.Beside() };
        var write = new Option<string?>("--write") { Description = "Trains the model that ships with the product on all of it, and writes it to this file." };
        var version = new Option<string>("--version-name") { Description = "How the written model is named.", DefaultValueFactory = _ => "shipped" };
        var command = new Command("triage", "Ranking reports above commentary on events held out from training, and finding emergencies in invented messages.") { posts, write, version };
        command.SetAction(parsed => parsed.GetValue(posts) is { } folder
            ? TriageBench.Run(folder, parsed.GetValue(write), parsed.GetValue(version)!)
            : TriageBench.NoPosts());
        return command;
    }

    private static Command Empty()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var command = new Command("empty-host", "The limit of `start`; it runs this itself.") { urls };
        command.Hidden = true;
        command.SetAction((parsed, ct) => EmptyHost.RunAsync(parsed.GetValue(urls)!, ct));
        return command;
    }

    private static Command Bare()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var data = new Option<string>("--data") { Required = true };
        var command = new Command("bare-page", "The limit of `queue`; it runs this itself.") { urls, data };
        command.Hidden = true;
        command.SetAction((parsed, ct) => BareHost.RunAsync(parsed.GetValue(urls)!, parsed.GetValue(data)!, ct));
        return command;
    }

    private static Command Once()
    {
        var data = new Option<string>("--data") { Required = true };
        var command = new Command("evidence-once", "One export, for its memory; `evidence` runs this itself.") { data };
        command.Hidden = true;
        command.SetAction((parsed, ct) => EvidenceBench.ExportOnceAsync(parsed.GetValue(data)!, ct));
        return command;
    }

    private static Command Faults()
    {
        var kills = new Option<int>("--kills") { Description = "How often the service is killed.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "Chooses the instants of the kills.", DefaultValueFactory = _ => 1 };
        var items = new Option<int>("--items") { Description = "How many messages arrive each second.", DefaultValueFactory = _ => 50 };
        var command = new Command("faults", "Kills the service at random instants under load, and counts what was lost or doubled.") { kills, seed, items };
        command.SetAction((parsed, ct) => FaultRun.RunAsync(
            new(parsed.GetValue(kills), parsed.GetValue(seed), parsed.GetValue(items)), ct));
        return command;
    }
}
