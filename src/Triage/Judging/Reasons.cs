using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Judging;

/// <summary>Says in words for staff why the model judged as it did.</summary>
internal static class Reasons
{
    private const double WorthTelling = 0.05;

    private static readonly Dictionary<string, string> Classes = WordClasses.Shipped.All.ToDictionary(c => c.Name, c => c.Label, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Manners = new(StringComparer.Ordinal)
    {
        ["link"] = "it holds a link",
        ["repost"] = "it is a repost",
        ["first person"] = "written in the first person",
        ["first person often"] = "written in the first person",
        ["first person, own words"] = "written in the first person",
        ["shouted"] = "in capital letters",
        ["quotation"] = "it quotes",
        ["names a source"] = "it names a source",
        ["question"] = "it asks a question",
        ["house number"] = "a house number",
        ["named street"] = "a named street",
        ["music"] = "notes of music",
        ["harmless 0"] = "nothing speaks of jokes, sport, news or the past",
        ["dangers 0"] = "no word of danger",
        ["dangers 2"] = "several signs of danger",
        ["dangers 3"] = "several signs of danger",
        ["dangers 4"] = "several signs of danger",
    };

    /// <summary>The weightiest reasons, those for danger first.</summary>
    public static List<Reason> Of(IEnumerable<(Sign Sign, double Adds)> parts, int most)
    {
        var all = parts.ToList();
        var where = all.Where(p => p.Sign.Where is not null).ToDictionary(p => p.Sign.Key, p => p.Sign.Where, StringComparer.Ordinal);
        return [.. all.SelectMany(p => Told(p.Sign, p.Adds, where))
            .GroupBy(r => r.Says, StringComparer.Ordinal)
            .Select(g => new Reason(g.Key, g.Select(r => r.Where).FirstOrDefault(w => w is not null), g.Sum(r => r.Adds)))
            .Where(r => Math.Abs(r.Adds) >= WorthTelling)
            .OrderByDescending(r => Math.Abs(r.Adds)).Take(most).OrderByDescending(r => r.Adds)];
    }

    /// <summary>Single words (“the”) and lengths weigh, and would tell nobody anything. A pair of classes is told as both.</summary>
    private static IEnumerable<Reason> Told(Sign sign, double adds, Dictionary<string, Mark?> where)
    {
        var name = sign.Key[2..];
        if (sign.Key.StartsWith("m:", StringComparison.Ordinal))
            return Manners.TryGetValue(name, out var says) ? [new(says, sign.Where, adds)] : [];
        if (!sign.Key.StartsWith("c:", StringComparison.Ordinal))
            return [];
        var classes = name.Split('/');
        return classes.Select(c => new Reason(Classes[c], where.GetValueOrDefault("c:" + c) ?? sign.Where, adds / classes.Length));
    }
}
