using System.Globalization;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class OrderTests
{
    [Theory, Databases]
    public async Task Deliveries_LeaveAChannelInTheOrderInWhichTheyWereAskedFor(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var ids = new List<long>();
        for (var i = 0; i < 10; i++)
            ids.Add(await force.ReplyAsync(channel: PublishingForce.Channel + (i % 2)));
        await force.WorkAsync();

        foreach (var channel in new[] { PublishingForce.Channel, PublishingForce.Channel + 1 })
        {
            Assert.Equal(
                ids.Where((_, i) => PublishingForce.Channel + (i % 2) == channel).Select(i => i.ToString(CultureInfo.InvariantCulture)),
                force.Network.Calls.Where(c => c.Channel == channel).Select(c => c.Key));
        }
    }

    [Theory, Databases]
    public async Task WhatIsPutOff_HoldsBackWhatStandsBehindIt_AndOnlyOnItsChannel(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.Retry(TimeSpan.FromMinutes(1), "Busy."));
        var first = await force.ReplyAsync();
        await force.WorkAsync();
        var second = await force.ReplyAsync();
        var elsewhere = await force.ReplyAsync(channel: PublishingForce.Channel + 1);
        await force.WorkAsync();
        Assert.Equal(
            [DeliveryState.Intended, DeliveryState.Intended, DeliveryState.Sent],
            [(await force.LoadAsync(first)).State, (await force.LoadAsync(second)).State, (await force.LoadAsync(elsewhere)).State]);
        await force.WorkAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(new[] { first, first, second }.Select(i => i.ToString(CultureInfo.InvariantCulture)), force.Network.Calls.Where(c => c.Channel == PublishingForce.Channel).Select(c => c.Key));
    }

    [Theory, Databases]
    public async Task OneChannelThatHangs_HoldsBackNoOther(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var called = new TaskCompletionSource();
        force.Network.Next(async (_, ct) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("It hangs until it is cancelled.");
        });
        var hanging = await force.ReplyAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestForce.Ct);
        var engine = force.Get<DeliveryEngine>();
        await engine.StartAsync(stop.Token);
        await called.Task.WaitAsync(TestForce.Ct);
        var elsewhere = await force.ReplyAsync(channel: PublishingForce.Channel + 1);
        await TestForce.UntilAsync(async () => (await force.LoadAsync(elsewhere)).State == DeliveryState.Sent, "the other channel's delivery is sent");
        Assert.Equal(DeliveryState.Attempting, (await force.LoadAsync(hanging)).State);
        await engine.StopAsync(CancellationToken.None);

        Assert.Equal(DeliveryState.Attempting, (await force.LoadAsync(hanging)).State);
    }
}
