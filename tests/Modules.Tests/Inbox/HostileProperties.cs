using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Whatever pages a connector hands over, all that is in them is captured, once.</summary>
public sealed class HostileProperties
{
    [Property(MaxTest = 60, Arbitrary = [typeof(AnyItem)])]
    public async Task AnyPage_IsStoredWholeAndOnce(CollectedItem[] items)
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        var page = new CollectedPage(items, [Given.Exchange()], "next", false);
        var stored = await force.Get<Intake>().TakeAsync(force.Channels[100], page, InboxForce.Ct);
        Assert.Equal(0, await force.Get<Intake>().TakeAsync(force.Channels[100], page, InboxForce.Ct));

        var rows = await force.Store.QueryAsync(Stored.Items, null, InboxForce.Ct);
        Assert.Equal(stored, rows.Count);
        Assert.True(items.Length == 0 || rows.Count > 0);
        var kept = rows.Select(r => Convert.ToHexString(r.Raw)).ToHashSet();
        var known = items.Select(i => new Arrival(force.Channels[100], i, 0, TestForce.Start)).DistinctBy(a => a.ItemKey).Select(a => Convert.ToHexString(a.Item.Raw.Span));
        Assert.Superset(known.ToHashSet(), kept);
        var messages = await force.MessagesAsync();
        Assert.All(rows, r => Assert.Contains(messages, m => m.Id == r.MessageId));
        Assert.Equal(messages.Count, (await force.ConversationsAsync()).Sum(c => c.MessageCount));
        await PageTests.CountersEqualARecountAsync(force);
    }

    private static class AnyItem
    {
        private static readonly string?[] Ids = [null, "", "m1", "m2", "m3", "\uD800", "\uD801", "a\0b", new('x', 600), "🚓"];
        private static readonly DateTimeOffset[] Times = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, TestForce.Start, default, new(2026, 10, 25, 1, 30, 0, TimeSpan.FromHours(1))];

        public static Arbitrary<CollectedItem> Items() => ItemGen().ToArbitrary();

        private static Gen<CollectedItem> ItemGen() =>
            from id in Gen.Elements(Ids)
            from version in Gen.Elements("", "1", "2", null)
            from change in Gen.Choose(0, 3)
            from kind in Gen.Choose(0, 4)
            from author in Gen.Elements(Ids)
            from ours in Gen.Elements(true, false, false)
            from parent in Gen.Elements(Ids)
            from thread in Gen.Elements(Ids)
            from text in Gen.Elements(Ids.Concat(["I want to die", "he has a kn\0ife now"]))
            from time in Gen.Elements(Times)
            from raw in Gen.Choose(0, 255)
            select new CollectedItem
            {
                NetworkId = id!,
                VersionId = version!,
                Change = (ItemChange)change,
                Kind = (ItemKind)kind,
                Author = author is null ? null! : new(author, author, author),
                FromChannel = ours,
                Recipient = raw % 2 == 0 ? new(author!, null!, "") : null,
                Text = text!,
                NetworkTime = time,
                ThreadId = thread!,
                InReplyTo = parent,
                OnPost = raw % 3 == 0 ? new(parent!, text!, null!, ours) : null,
                Media = raw % 5 == 0 ? [new(parent!, thread!, text!)] : [],
                Raw = new[] { (byte)raw },
                Exchange = raw - 100,
            };
    }
}
