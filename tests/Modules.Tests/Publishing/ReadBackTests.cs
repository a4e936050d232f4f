using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Settle;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class ReadBackTests
{
    [Theory, Databases]
    public async Task Unknown_WhenItIsFound_IsSent(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(force.Network.PublishUnheard);
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        Assert.Equal(DeliveryState.OutcomeUnknown, (await force.LoadAsync(id)).State);
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.True(Assert.Single((await force.RaisedAsync()).OfType<DeliverySent>()).Reconciled);
        Assert.Single(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Unknown_WhenItIsCertainlyAbsent_IsRefusedAndNotSentAgain(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.Broken("Half an answer."));
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));
        await force.WorkAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((DeliveryState.Refused, Delivery.CertainlyAbsent), ((await force.LoadAsync(id)).State, (await force.LoadAsync(id)).Why));
        Assert.Single(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Unknown_WhileReadingDoesNotTell_IsLookedForLessAndLessOften(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.OutcomeUnknown("Time-out."));
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        var looked = new List<double>();
        for (var second = 1; second <= 700; second++)
        {
            var before = force.Network.Reads.Count;
            await force.WorkAfterAsync(TimeSpan.FromSeconds(1));
            if (force.Network.Reads.Count > before)
                looked.Add(second);
        }

        Assert.Equal([2, 7, 22, 82, 382, 682], looked);
        Assert.Equal(DeliveryState.OutcomeUnknown, (await force.LoadAsync(id)).State);
        Assert.Contains(StepKind.LookedInVain, await force.StepsAsync(id));
    }

    [Theory, Databases]
    public async Task Unknown_WhileTheConnectorIsNotThere_IsLookedForAsSoonAsItIs(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(force.Network.PublishUnheard);
        var id = await force.ReplyAsync();
        await force.WorkAsync();

        // As after many starts in a row: each looks at once, and the connectors are loaded a moment later.
        force.Network.BackIn = TimeSpan.FromSeconds(1);
        for (var start = 1; start <= 20; start++)
            await force.WorkAfterAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(force.Network.Reads);
        Assert.Equal((DeliveryState.OutcomeUnknown, 0), ((await force.LoadAsync(id)).State, (await force.LoadAsync(id)).Looks));
        force.Network.BackIn = null;
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.Single(force.Network.Reads);
    }

    [Theory, Databases]
    public async Task Settle_ByHand_NeedsThePermission_AndKeepsWhoAndWhy(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.OutcomeUnknown("Time-out."), new Outcome<Published>.OutcomeUnknown("Time-out."));
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        var (there, gone) = (await force.ReplyAsync(), await force.ReplyAsync());
        await force.WorkAsync();
        var settle = force.Get<SettleDelivery>();
        var sergeant = TestForce.Staff(5, "publishing.read", "publishing.reconcile");
        Assert.Equal(SettleOutcome.NotAllowed, await settle.HandleAsync(TestForce.Staff(6, "publishing.read"), new(there, true, "https://network.example/1", "I looked"), TestForce.Ct));
        Assert.Equal(SettleOutcome.Done, await settle.HandleAsync(sergeant, new(there, true, "https://network.example/1", "I looked"), TestForce.Ct));
        Assert.Equal(SettleOutcome.Done, await settle.HandleAsync(sergeant, new(gone, false, null, "Not in our timeline"), TestForce.Ct));
        Assert.Equal(SettleOutcome.SettledMeanwhile, await settle.HandleAsync(sergeant, new(gone, true, "https://network.example/2", "It is"), TestForce.Ct));

        Assert.Equal((DeliveryState.Sent, DeliveryState.Refused), ((await force.LoadAsync(there)).State, (await force.LoadAsync(gone)).State));
        var raised = await force.RaisedAsync();
        Assert.True(Assert.Single(raised.OfType<DeliverySent>()).Reconciled);
        Assert.Single(raised.OfType<DeliveryRefused>());
    }

    [Theory]
    [InlineData(true, "not an address", "I looked", "beginning with https://")]
    [InlineData(true, "https://network.example/1", "", "how you know")]
    [InlineData(null, null, "I looked", "whether it is there")]
    public void Settle_WhenSomethingIsMissing_SaysWhat(bool? isThere, string? address, string reason, string said) =>
        Assert.Contains(new SettleValidator().Validate(new SettleCommand(1, isThere, address, reason)).Errors, e => e.ErrorMessage.Contains(said, StringComparison.Ordinal));

    [Theory, Databases]
    public async Task Stop_BeforeItGoes_EndsItWithoutACall(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        var sergeant = TestForce.Staff(5, "publishing.read", "publishing.reconcile");
        Assert.Equal(SettleOutcome.Done, await force.Get<StopDelivery>().HandleAsync(sergeant, new(id, "Wrong person"), TestForce.Ct));
        await force.WorkAsync();
        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Empty(force.Network.Calls);
    }
}
