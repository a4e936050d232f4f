using PoliceSocial.Contracts;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.House.Tests.Records;

public sealed class EventTests
{
    [Fact]
    public void Events_KeepTheRules() => Rule.Holds(EventTypes.All.SelectMany(t => EventRules.Wrong(t, [.. TheHouse.Modules.Select(m => m.Schema)])));

    [Fact]
    public void AnEventThatKeepsNone_IsFound()
    {
        var found = EventRules.Wrong(typeof(Shouted), ["inbox"]).ToList();
        Rule.Bites(found, "is not sealed");
        Rule.Bites(found, "has no [Family(…)]");
        Rule.Bites(found, "Subject is stored twice");
        Rule.Bites(found, "belongs to no module");
        Rule.Bites(found, "Shouted.Text looks like what somebody wrote");
    }

#pragma warning disable CA1852 // Not sealed is one of the planted violations.
    private record Shouted(string Text) : IEvent
    {
        public string Subject => "planted:1";
    }
#pragma warning restore CA1852
}
