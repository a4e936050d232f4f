using PoliceSocial.Inbox.Flag;
using PoliceSocial.Triage.Judging;
using PoliceSocial.Triage.Training;

namespace PoliceSocial.Bench.Triage;

/// <summary>
/// How well triage ranks what eyewitnesses and the affected report above commentary, on events that it was not trained on, against the
/// shipped key-word rules alone and against the order of arrival; and how many emergencies among invented messages it finds.
/// </summary>
internal static class TriageBench
{
    private const double MostFlagged = 0.1;

    public static int NoPosts()
    {
        Console.Error.WriteLine("No labelled posts were found beside the checkout: name their folder with --posts.");
        return 1;
    }

    public static int Run(string folder, string? write, string version)
    {
        var posts = CrisisPosts.Read(folder);
        var invented = InventedMessages.All.Select(m => m.ToExample()).ToList();
        if (write is not null)
            return Write(write, version, [.. invented, .. Unrepeated(posts).Select(p => p.ToExample())]);
        MeasureRanking(posts, invented);
        MeasureEmergencies(invented);
        MeasureSpeed([.. posts.Select(p => p.Text), .. invented.Select(e => e.Text)]);
        return 0;
    }

    private static int Write(string path, string version, List<Example> examples)
    {
        using var file = File.Create(path);
        ModelTraining.Train(examples, version).Write(file);
        return 0;
    }

    private static void MeasureRanking(List<CrisisPost> posts, List<Example> invented)
    {
        var rules = new RuleSet(ShippedRules.All.Select((r, i) => ((long)i, 1, r.Name, r.Definition)));
        var events = posts.Select(p => p.Event).Distinct().ToList();
        var means = new List<(double Model, double Rules, double Arrival)>();
        foreach (var held in events)
        {
            var model = ModelTraining.Train([.. invented, .. Unrepeated(posts.Where(p => p.Event != held)).Select(p => p.ToExample())], "held-out");
            var judged = posts.Where(p => p.Event == held).ToList();
            var byModel = judged.OrderByDescending(p => model.Judge(p.Text).Report).Select(p => p.IsReport).ToList();
            var byRules = judged.OrderByDescending(p => rules.Judge(new(p.Text, Private: false, OnOurPost: false)).Sum(f => f.Marks.Count)).Select(p => p.IsReport).ToList();
            var byArrival = judged.Select(p => p.IsReport).ToList();
            var (m, r, a) = (Ranking.AveragePrecision(byModel), Ranking.AveragePrecision(byRules), Ranking.AveragePrecision(byArrival));
            means.Add((m, r, a));
            Figures.Print($"triage.precision.{held}.over-rules", m, "ap", r);
            Figures.Print($"triage.precision.{held}.over-arrival", m, "ap", a);
            foreach (var part in new[] { 0.1, 0.2 })
            {
                Figures.Print($"triage.recall-{part * 100:0}.{held}.over-rules", Ranking.Recall(byModel, part), "share", Ranking.Recall(byRules, part));
                Figures.Print($"triage.recall-{part * 100:0}.{held}.over-arrival", Ranking.Recall(byModel, part), "share", Ranking.Recall(byArrival, part));
            }
        }

        Figures.Print("triage.precision.over-rules", means.Average(m => m.Model / m.Rules), "mean ratio", 1, ">=1.2");
        Figures.Print("triage.precision.over-arrival", means.Average(m => m.Model / m.Arrival), "mean ratio", 1, ">=1.5");
        Figures.Print("triage.mean-precision.over-rules", means.Average(m => m.Model), "ap", means.Average(m => m.Rules), ">=1.2");
        Figures.Print("triage.mean-precision.over-arrival", means.Average(m => m.Model), "ap", means.Average(m => m.Arrival), ">=1.5");
    }

    private static void MeasureEmergencies(List<Example> invented)
    {
        var judged = ModelTraining.CrossValidate(invented);
        var rest = judged.Where(j => j.Example.Danger == false).Select(j => j.Danger).OrderDescending().ToList();
        var threshold = rest[(int)(rest.Count * MostFlagged)];
        var emergencies = judged.Where(j => j.Example.Danger == true).ToList();
        Figures.Print("triage.emergencies.recall", emergencies.Count(j => j.Danger > threshold) / (double)emergencies.Count, "share", 0.99, ">=1");
        foreach (var missed in emergencies.Where(j => j.Danger <= threshold))
            Figures.Say($"missed: {missed.Example.Text}");
    }

    private static void MeasureSpeed(List<string> texts)
    {
        foreach (var text in texts)
            TriageModel.Shipped.Judge(text);
        var before = Environment.CpuUsage.TotalTime;
        foreach (var text in texts)
            TriageModel.Shipped.Judge(text);
        Figures.Print("triage.speed", texts.Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds, "items/cpu-s", 2_000, ">=1");
    }

    /// <summary>A post that was repeated teaches once.</summary>
    private static IEnumerable<CrisisPost> Unrepeated(IEnumerable<CrisisPost> posts) =>
        posts.DistinctBy(p => string.Concat(p.Text.Split("http")[0].Split(':')[^1].Where(char.IsLetter)).ToUpperInvariant());
}
