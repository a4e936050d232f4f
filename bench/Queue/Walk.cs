using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PoliceSocial.Bench.Queue;

/// <summary>Asks a process for pages, one after the other, and says what they cost it.</summary>
internal static partial class Walk
{
    private const int RowsOfAPage = 50;

    /// <summary>Then it begins with the newest page again: the small store has not many more.</summary>
    private const int Length = 150;

    /// <summary>
    /// From the newest page to older ones, by the link on each: nobody in this session was shown any of them before, so that every
    /// view is recorded.
    /// </summary>
    public static Task<Cost> OlderAsync(ServiceProcess service, Desk desk, string page, int pages, CancellationToken ct)
    {
        var (next, seen) = (page, 0);
        return AskAsync(service, desk, pages, () => next, text =>
        {
            if (Rows().Count(text) is var rows and not RowsOfAPage)
                throw new InvalidOperationException($"{next} shows {rows} rows: is anybody signed in, and is the store large enough?");
            next = ++seen % Length == 0 ? page : Older().Match(text).Groups[1].Value;
        }, ct);
    }

    /// <summary>The same pages again and again.</summary>
    public static Task<Cost> AgainAsync(ServiceProcess service, Desk desk, IReadOnlyList<string> pages, int times, CancellationToken ct)
    {
        var at = 0;
        return AskAsync(service, desk, times, () => pages[at++ % pages.Count], text =>
        {
            if (!Rows().IsMatch(text))
                throw new InvalidOperationException($"{pages[(at - 1) % pages.Count]} shows nothing: is anybody signed in?");
        }, ct);
    }

    private static async Task<Cost> AskAsync(
        ServiceProcess service, Desk desk, int pages, Func<string> address, Action<string> look, CancellationToken ct)
    {
        var times = new List<double>();
        var before = service.Processor;
        for (var i = 0; i < pages; i++)
        {
            var asked = new Uri(service.Address, address());
            var started = Stopwatch.GetTimestamp();
            var text = await desk.ReadAsync(asked, ct);
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            look(text);
        }

        return new((service.Processor - before).TotalSeconds / pages, times);
    }

    [GeneratedRegex("<li class=\"row ")]
    private static partial Regex Rows();

    [GeneratedRegex("href=\"([^\"]*before=[0-9]+)\"")]
    private static partial Regex Older();
}

/// <summary>What pages cost: processor time of the process that served them, each, and the clock.</summary>
internal sealed record Cost(double Processor, IReadOnlyList<double> Times)
{
    public double P95 => Figures.Percentile(Times, 0.95);

    public double P99 => Figures.Percentile(Times, 0.99);
}
