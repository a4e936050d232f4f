using System.Globalization;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>The people of a flood and what they write, made up as they come and always the same.</summary>
internal static class Crowd
{
    private static readonly string[] First =
    [
        "Aled", "Amara", "Beth", "Callum", "Carys", "Dai", "Darren", "Efe", "Ellie", "Farah", "Gareth", "Hana", "Imran", "Jess", "Jordan",
        "Kasia", "Kev", "Leanne", "Liam", "Mags", "Mo", "Nia", "Olu", "Priya", "Rhys", "Sandra", "Shaz", "Tomos", "Wioletta", "Zoe",
    ];

    private static readonly string[] Last =
    [
        "Ashgrove", "Bramwick", "Castellon", "Dunmarrow", "Eastlow", "Fennimore", "Garside", "Hollinbrook", "Iveson", "Jarrowby", "Kettlewell",
        "Lowmoor", "Marchbank", "Nethercott", "Oakhanger", "Pentrefoel", "Quarmby", "Rushbrook", "Stainmoor", "Thornhaugh", "Underhay", "Wexcombe",
    ];

    public static Person Author(Scenario scenario, Step.Flood flood, int index)
    {
        var number = new Chance(scenario.Seed, flood.Key + "/who", index).Below(flood.People);
        var chance = new Chance(scenario.Seed, flood.Key + "/person", number);
        var (first, last) = (chance.From(First), chance.From(Last));
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        return new Person($"{flood.Key}~{suffix}", $"{first}.{last}{suffix}".ToLowerInvariant(), $"{first} {last}", []);
    }

    public static string Text(Scenario scenario, Step.Flood flood, int index)
    {
        var chance = new Chance(scenario.Seed, flood.Key + "/text", index);
        return Template.Fill(chance.From(flood.Templates), word => chance.From(flood.Words[word]));
    }

    /// <summary>Finds somebody from a flood by key: they can be written to like anybody else.</summary>
    public static Person? Find(Scenario scenario, string key)
    {
        if (key.Split('~') is not [var name, var number] || scenario.Steps.GetValueOrDefault(name) is not Step.Flood flood)
            return null;
        for (var i = 0; i < flood.Messages; i++)
        {
            if (Author(scenario, flood, i) is var author && author.Key == key)
                return author;
        }

        return null;
    }
}
