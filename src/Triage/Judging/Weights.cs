using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Judging;

/// <summary>What each sign weighs for one question.</summary>
/// <param name="Bias">What a message without any known sign has.</param>
/// <param name="Signs">The weight of each sign by its key.</param>
internal sealed record Weights(float Bias, IReadOnlyDictionary<string, float> Signs)
{
    /// <summary>How likely the answer is yes, between 0 and 1, by the signs of a message.</summary>
    public double Judge(IReadOnlyList<Sign> signs) => 1 / (1 + Math.Exp(-Sum(signs)));

    /// <summary>How much each known sign adds, the strongest first.</summary>
    public IEnumerable<(Sign Sign, double Adds)> Explain(IReadOnlyList<Sign> signs)
    {
        var scale = Scale(signs);
        return signs.Where(s => Signs.ContainsKey(s.Key)).Select(s => (s, (double)Signs[s.Key] * scale)).OrderByDescending(s => s.Item2);
    }

    /// <summary>A long message has more signs; each then counts for less.</summary>
    private double Scale(IReadOnlyList<Sign> signs)
    {
        var known = 0;
        foreach (var sign in signs)
            known += Signs.ContainsKey(sign.Key) ? 1 : 0;
        return known == 0 ? 0 : 1 / Math.Sqrt(known);
    }

    private double Sum(IReadOnlyList<Sign> signs)
    {
        double sum = 0;
        var known = 0;
        foreach (var sign in signs)
        {
            if (Signs.TryGetValue(sign.Key, out var weight))
            {
                sum += weight;
                known++;
            }
        }

        return Bias + (known == 0 ? 0 : sum / Math.Sqrt(known));
    }
}
