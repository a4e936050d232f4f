namespace PoliceSocial.Bench.Triage;

/// <summary>How good a ranking is: true where an item is one that was looked for, the first first.</summary>
internal static class Ranking
{
    /// <summary>The mean, over all that were looked for, of the precision down to each.</summary>
    public static double AveragePrecision(IReadOnlyList<bool> ranked)
    {
        double found = 0, sum = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            if (!ranked[i])
                continue;
            found++;
            sum += found / (i + 1);
        }

        return found == 0 ? 0 : sum / found;
    }

    /// <summary>The share of all that were looked for that stands in the first part.</summary>
    public static double Recall(IReadOnlyList<bool> ranked, double part) =>
        ranked.Take((int)(ranked.Count * part)).Count(r => r) / (double)Math.Max(1, ranked.Count(r => r));
}
