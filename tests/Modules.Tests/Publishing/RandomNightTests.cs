using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Pausing;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

/// <summary>Whatever the network does and whenever the host is killed: nothing is published twice, and in the end the record is true.</summary>
public sealed class RandomNightTests
{
    private static readonly Person Gold = TestForce.Staff(2, "publishing.pause");

    [Theory, Databases]
    public async Task AnyNight_EndsWithARecordThatIsTrue(Dialect dialect)
    {
        for (var seed = 1; seed <= 4; seed++)
            await LiveThroughAsync(dialect, new Random(seed));
    }

    private static async Task LiveThroughAsync(Dialect dialect, Random chance)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var ids = new List<long>();
        for (var hour = 0; hour < 60; hour++)
        {
            force.Network.Next(Act(force.Network, chance.Next(7)));
            ids.Add(await force.ReplyAsync(channel: PublishingForce.Channel + chance.Next(2)));
            if (chance.Next(3) == 0)
                await KillWhileWorkingAsync(force);
            else
                await force.WorkAfterAsync(TimeSpan.FromSeconds(chance.Next(30)));
            await ResumeAllAsync(force);
        }

        for (var rounds = 0; rounds < 60; rounds++)
        {
            await force.WorkAfterAsync(TimeSpan.FromSeconds(31));
            await ResumeAllAsync(force);
        }

        foreach (var id in ids)
        {
            var state = (await force.LoadAsync(id)).State;
            Assert.False(state is DeliveryState.Intended or DeliveryState.Attempting or DeliveryState.OutcomeUnknown, $"{id} has not ended.");
            Assert.Equal(force.Network.Posts.ContainsKey(id.ToString(CultureInfo.InvariantCulture)), state == DeliveryState.Sent);
        }
    }

    private static Func<Outbound, CancellationToken, Task<Outcome<Published>>> Act(PretendNetwork network, int which) => which switch
    {
        0 => network.PublishUnheard,
        1 => (_, _) => Answer(new Outcome<Published>.OutcomeUnknown("Time-out.")),
        2 => (_, _) => Answer(new Outcome<Published>.Retry(TimeSpan.FromSeconds(5), "Busy.")),
        3 => (_, _) => Answer(new Outcome<Published>.Refused("No.")),
        4 => (_, _) => throw new InvalidOperationException("A fault in the connector."),
        5 => (outbound, _) =>
        {
            network.Publish(outbound);
            throw new InvalidOperationException("A fault in the connector, after it was published.");
        }
        ,
        _ => (outbound, _) => Answer(network.Publish(outbound)),
    };

    private static Task<Outcome<Published>> Answer(Outcome<Published> outcome) => Task.FromResult(outcome);

    private static async Task KillWhileWorkingAsync(PublishingForce force)
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestForce.Ct);
        var working = force.Get<DeliveryEngine>().WorkAsync(kill.Token);
        await kill.CancelAsync();
        try
        {
            await working;
        }
        catch (OperationCanceledException)
        {
            Assert.True(kill.IsCancellationRequested);
        }

        await force.RestartAsync();
    }

    private static async Task ResumeAllAsync(PublishingForce force)
    {
        foreach (var pause in await force.Get<Store<PublishingModule>>().QueryAsync(PauseRow.InForce, null, TestForce.Ct))
            await force.Get<ResumePublishing>().HandleAsync(Gold, pause.Id, TestForce.Ct);
    }
}
