using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

/// <summary>The host is gone between any two steps of a delivery; another one starts over the same files.</summary>
public sealed class CrashTests
{
    [Theory, Databases]
    public async Task Kill_AfterTheIntent_SendsItOnceAfterwards(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.RestartAsync();
        await force.WorkAsync();

        Assert.Equal((DeliveryState.Sent, 1), await StateAndCallsAsync(force, id));
    }

    [Theory, Databases]
    public async Task Kill_BeforeTheCall_NeverCalls_AndReadsThatNothingIsThere(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.Get<AttemptDelivery>().ClaimAsync(id, TestForce.Ct);
        await force.RestartAsync();
        Assert.Equal(DeliveryState.OutcomeUnknown, (await force.LoadAsync(id)).State);
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((DeliveryState.Refused, 0), await StateAndCallsAsync(force, id));
        Assert.Contains("certain that nothing was published", (await force.LoadAsync(id)).Why, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Kill_DuringTheCall_ReadsBackWhatBecameOfIt(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var called = new TaskCompletionSource();
        force.Network.Next(async (outbound, ct) =>
        {
            force.Network.Publish(outbound);
            called.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("Nobody is there to hear the answer.");
        });
        var id = await force.ReplyAsync();
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestForce.Ct);
        var working = force.Get<DeliveryEngine>().WorkAsync(kill.Token);
        await called.Task.WaitAsync(TestForce.Ct);
        await kill.CancelAsync();
        await working;
        Assert.Equal(DeliveryState.Attempting, (await force.LoadAsync(id)).State);
        await force.RestartAsync();
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((DeliveryState.Sent, 1), await StateAndCallsAsync(force, id));
        Assert.True(Assert.Single((await force.RaisedAsync()).OfType<DeliverySent>()).Reconciled);
    }

    [Theory, Databases]
    public async Task Kill_BeforeTheAnswerIsWrittenDown_ReadsItBack(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        var delivery = await force.Get<AttemptDelivery>().ClaimAsync(id, TestForce.Ct);
        await force.Get<CallOnce>().CallAsync<Published>(PublishingForce.Channel, (line, ct) => line.PublishAsync(delivery!.ToOutbound(), ct), TestForce.Ct);
        await force.RestartAsync();
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((DeliveryState.Sent, 1), await StateAndCallsAsync(force, id));
    }

    [Theory, Databases]
    public async Task Kill_AfterTheAnswerIsWrittenDown_ChangesNothing(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await force.RestartAsync();
        await force.WorkAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((DeliveryState.Sent, 1), await StateAndCallsAsync(force, id));
        Assert.Empty(force.Network.Reads);
    }

    [Theory, Databases]
    public async Task AnAnswerThatComesAfterItWasGivenUp_Counts(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        var delivery = await force.Get<AttemptDelivery>().ClaimAsync(id, TestForce.Ct);
        await force.Get<AbandonAttempts>().AllAsync(TestForce.Ct);
        await force.Get<RecordAnswer>().HandleAsync(id, force.Network.Publish(delivery!.ToOutbound()), TestForce.Ct);

        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
    }

    [Theory, Databases]
    public async Task AttemptsUnderWay_AreNotGivenUpWhileTheServiceRuns(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.Get<AttemptDelivery>().ClaimAsync(id, TestForce.Ct);
        await force.Get<AbandonAttempts>().LateAsync(TestForce.Ct);
        Assert.Equal(DeliveryState.Attempting, (await force.LoadAsync(id)).State);
        force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.Get<AbandonAttempts>().LateAsync(TestForce.Ct);
        Assert.Equal(DeliveryState.OutcomeUnknown, (await force.LoadAsync(id)).State);
    }

    private static async Task<(DeliveryState, int)> StateAndCallsAsync(PublishingForce force, long id) =>
        ((await force.LoadAsync(id)).State, force.Network.Calls.Count);
}
