using System.Reflection;
using System.Text.RegularExpressions;
using PoliceSocial.Contracts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.House.Tests.Records;

/// <summary>Every event under the duty that it fulfils: docs/ico-extract.md is the list that a reviewer reads, held against the code.</summary>
public sealed partial class FamilyTests
{
    private static readonly string[] NamesOfRecipients = ["Recipient", "Destination"];

    [Fact]
    public void EveryEvent_StandsInTheListUnderItsFamily_AndNoOther()
    {
        var listed = File.ReadAllLines(Path.Combine(TheHouse.Root, "docs", "ico-extract.md"))
            .Select(l => Row().Match(l)).Where(m => m.Success)
            .SelectMany(m => Event().Matches(m.Groups["events"].Value).Select(e => $"{m.Groups["family"].Value} {e.Groups[1].Value}")).ToList();
        var there = EventTypes.All.Select(t => $"{t.GetCustomAttribute<FamilyAttribute>()!.Family} {Owner(t)}.{t.Name}").ToList();

        Assert.Equal([], there.Except(listed).Select(e => $"{e} is not in docs/ico-extract.md: which duty of section 62 does it fulfil?"));
        Assert.Equal([], listed.Except(there).Select(e => $"docs/ico-extract.md names {e}, which is not so (any more)."));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Fact]
    public void EveryDisclosure_SaysToWhom() => Rule.Holds(EventTypes.All.SelectMany(Unaddressed));

    [Fact]
    public void ADisclosureToNobody_IsFound() => Rule.Bites(Unaddressed(typeof(Leaked)), "Leaked discloses something and does not say to whom");

    private static IEnumerable<string> Unaddressed(Type type) =>
        type.GetCustomAttribute<FamilyAttribute>()?.Family == Family.Disclosed && !NamesOfRecipients.Any(n => type.GetProperty(n)?.PropertyType == typeof(string))
            ? [$"{type.Name} discloses something and does not say to whom: give it a Recipient (section 62 (3) of the Data Protection Act 2018)."]
            : [];

    private static string Owner(Type type) => type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"^\| (?<family>\w+) \|[^|]*\| (?<events>.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex Event();

    [Family(Family.Disclosed)]
    private sealed record Leaked(long Id) : IEvent
    {
        public string Subject => "planted:1";
    }
}
