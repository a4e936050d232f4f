using System.Diagnostics;

namespace PoliceSocial.Bench;

/// <summary>What some work took, on the wall clock and of this process' processors.</summary>
internal readonly record struct Span(double Seconds, double Processor)
{
    public static async Task<Span> OfAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
