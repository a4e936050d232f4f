using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Pausing;
using PoliceSocial.Publishing.Watch;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class PauseTests
{
    private static readonly Person Silver = TestForce.Staff(1, "publishing.read", "publishing.pause");
    private static readonly Person Gold = TestForce.Staff(2, "publishing.read", "publishing.pause");

    [Theory, Databases]
    public async Task Pause_HoldsEverythingBack_UntilASecondPersonLetsItGoOn(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        Assert.Equal(PauseOutcome.NotAllowed, await force.Get<PausePublishing>().HandleAsync(TestForce.Staff(3, "publishing.read"), new("No"), TestForce.Ct));
        Assert.Equal(PauseOutcome.Done, await force.Get<PausePublishing>().HandleAsync(Silver, new("Armed incident in the town centre"), TestForce.Ct));
        Assert.Equal(PauseOutcome.AlreadySo, await force.Get<PausePublishing>().HandleAsync(Gold, new("Again"), TestForce.Ct));
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        var pause = await force.Get<IPublishingPause>().CurrentAsync(TestForce.Ct);
        Assert.Equal((1L, "Armed incident in the town centre"), (pause!.By, pause.Reason));
        Assert.Equal((DeliveryState.Intended, 0), ((await force.LoadAsync(id)).State, force.Network.Calls.Count));
        Assert.Equal(PauseOutcome.NeedsASecondPerson, await force.Get<ResumePublishing>().HandleAsync(Silver, pause.PauseId, TestForce.Ct));
        Assert.Equal(PauseOutcome.Done, await force.Get<ResumePublishing>().HandleAsync(Gold, pause.PauseId, TestForce.Ct));
        await force.WorkAsync();

        Assert.Null(await force.Get<IPublishingPause>().CurrentAsync(TestForce.Ct));
        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.Equal([typeof(PublishingPaused), typeof(PublishingResumed)], (await force.RaisedAsync()).Where(e => e.Subject.StartsWith("publishing-pause", StringComparison.Ordinal)).Select(e => e.GetType()));
    }

    [Theory, Databases]
    public async Task FiveUnknownsInARow_PauseTheChannel_WithAnAlarm_UntilAPersonLetsItGoOn(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        for (var i = 0; i < 7; i++)
        {
            force.Network.Next(new Outcome<Published>.OutcomeUnknown("Time-out."));
            await force.ReplyAsync();
        }

        await force.WorkAsync();
        Assert.Equal(5, force.Network.Calls.Count);
        var paused = Assert.Single((await force.RaisedAsync()).OfType<PublishingPaused>());
        Assert.Equal(PublishingForce.Channel, paused.ChannelId);
        Assert.Contains(await force.Get<DeliveryAlarms>().AlarmsAsync(Gold, TestForce.Ct), a => a.Text.StartsWith("Nothing goes out on Channel 7", StringComparison.Ordinal));
        await force.Get<AcknowledgePause>().HandleAsync(Gold, paused.PauseId, TestForce.Ct);
        Assert.Empty(await force.Get<DeliveryAlarms>().AlarmsAsync(Gold, TestForce.Ct));
        await force.WorkAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(5, force.Network.Calls.Count);
        Assert.Equal(PauseOutcome.Done, await force.Get<ResumePublishing>().HandleAsync(Gold, paused.PauseId, TestForce.Ct));
        await force.WorkAsync();

        Assert.Equal(7, force.Network.Calls.Count);
        Assert.Single((await force.RaisedAsync()).OfType<PublishingPaused>());
    }

    [Theory, Databases]
    public async Task AnAnswerAmongUnknowns_KeepsTheChannelGoing(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        for (var i = 0; i < 9; i++)
        {
            force.Network.Next(i == 4 ? new Outcome<Published>.Refused("No.") : new Outcome<Published>.OutcomeUnknown("Time-out."));
            await force.ReplyAsync();
            await force.WorkAfterAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(9, force.Network.Calls.Count);
    }
}
