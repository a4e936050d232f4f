using System.Globalization;

namespace PoliceSocial.Bench;

/// <summary>Prints what was measured: <c>name value unit limit ratio target</c>, separated by tabs.</summary>
internal static class Figures
{
    /// <summary>A figure with its limit and the target of their ratio; without a target it only informs.</summary>
    public static void Print(string name, double value, string unit, double limit, string target = "-") =>
        Console.Out.WriteLine(string.Join('\t', name, Number(value), unit, Number(limit), Number(limit == 0 ? value : value / limit), target));

    public static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
