using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Watch;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class WatchTests
{
    private static readonly Person Operator = TestForce.Staff(1, "publishing.read");

    [Theory, Databases]
    public async Task ADeliveryThatDoesNotEnd_AlarmsOnceAfterTwoMinutes_UntilItIsAcknowledged(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Set(ChannelState.NeedsReconnecting);
        var id = await force.ReplyAsync();
        await LookAfterAsync(force, TimeSpan.FromSeconds(119));
        Assert.Empty(await AlarmsAsync(force));
        await LookAfterAsync(force, TimeSpan.FromSeconds(1));
        await LookAfterAsync(force, TimeSpan.FromMinutes(5));

        Assert.Single((await force.RaisedAsync()).OfType<DeliveryStuck>());
        var alarm = Assert.Single(await force.Get<DeliveryAlarms>().AlarmsAsync(Operator, TestForce.Ct));
        Assert.Equal(($"/publishing/deliveries/{id}", $"/publishing/deliveries/{id}/acknowledge"), (alarm.Href, alarm.AcknowledgeHref));
        Assert.Empty(await force.Get<DeliveryAlarms>().AlarmsAsync(TestForce.Staff(2), TestForce.Ct));
        Assert.True(await force.Get<AcknowledgeDelivery>().HandleAsync(Operator, id, TestForce.Ct));
        Assert.Empty(await AlarmsAsync(force));
        Assert.Equal(1, (await force.Get<DeliveryAlarms>().CountsAsync(Operator, TestForce.Ct))["publishing.attention"]);
        Assert.Single((await force.RaisedAsync()).OfType<DeliveryAlarmAcknowledged>());
    }

    [Theory, Databases]
    public async Task AnUnknownOutcome_AlarmsWhenTheServiceCouldNotSettleItItself_AndEndsWhenItDoes(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(force.Network.PublishUnheard);
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await LookAfterAsync(force, TimeSpan.FromSeconds(19));
        Assert.Empty(await AlarmsAsync(force));
        await LookAfterAsync(force, TimeSpan.FromSeconds(1));
        Assert.Contains("look on the network", Assert.Single(await AlarmsAsync(force)), StringComparison.Ordinal);
        force.Network.Seen = null;
        await force.WorkAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.Empty(await AlarmsAsync(force));
    }

    [Theory, Databases]
    public async Task AnAlarmThatWasAcknowledged_RingsAgainWhenTheOutcomeBecomesUnknown(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Set(ChannelState.Paused);
        var id = await force.ReplyAsync();
        await LookAfterAsync(force, TimeSpan.FromMinutes(2));
        await force.Get<AcknowledgeDelivery>().HandleAsync(Operator, id, TestForce.Ct);
        Assert.Empty(await AlarmsAsync(force));
        force.Set(ChannelState.Connected);
        force.Network.Next(new Outcome<Published>.OutcomeUnknown("Time-out."));
        await force.WorkAsync();

        Assert.Contains("look on the network", Assert.Single(await AlarmsAsync(force)), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task ADeliveryThatEndsInTime_NeverAlarms(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        await force.ReplyAsync();
        await force.WorkAsync();
        await LookAfterAsync(force, TimeSpan.FromHours(1));
        Assert.DoesNotContain(await force.RaisedAsync(), e => e is DeliveryStuck);
    }

    private static Task LookAfterAsync(PublishingForce force, TimeSpan time)
    {
        force.Clock.Advance(time);
        return force.Get<MarkStuck>().LookAsync(TestForce.Ct);
    }

    private static async Task<IEnumerable<string>> AlarmsAsync(PublishingForce force) =>
        (await force.Get<DeliveryAlarms>().AlarmsAsync(Operator, TestForce.Ct)).Select(a => a.Text);
}
