using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing;
using PoliceSocial.Publishing.Deleting;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Settle;
using PoliceSocial.Publishing.Watch;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class DeletionTests
{
    private static readonly Person Sergeant = TestForce.Staff(5, "publishing.read", "publishing.reconcile");

    [Theory, Databases]
    public async Task Delete_TakesItOffTheNetwork_AndKeepsTheRecord(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        Assert.IsType<DeleteOutcome.NotAllowed>(await AskAsync(force, id, TestForce.Staff(6, "publishing.read")));
        Assert.IsType<DeleteOutcome.Done>(await AskAsync(force, id, Sergeant));
        Assert.IsType<DeleteOutcome.AlreadySo>(await AskAsync(force, id, Sergeant));
        await force.WorkAsync();
        Assert.IsType<DeleteOutcome.AlreadySo>(await AskAsync(force, id, Sergeant));

        Assert.Empty(force.Network.Posts);
        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.Equal([typeof(PublishedCaptured), typeof(DeletionIntended), typeof(DeletionAttempted), typeof(PublishedDeleted)], (await force.RaisedAsync()).Skip(3).Select(e => e.GetType()));
    }

    [Theory, Databases]
    public async Task Delete_WhenItsOutcomeIsUnknown_IsReadBackBeforeItIsTriedAgain(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        force.Network.Delete = () => new Outcome<Deleted>.OutcomeUnknown("Time-out.");
        await AskAsync(force, id, Sergeant);
        await force.WorkAsync();
        Assert.Equal(DeliveryState.OutcomeUnknown, (await DeletionAsync(force, id)).State);
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(DeliveryState.Intended, (await DeletionAsync(force, id)).State);
        force.Network.Delete = null;
        await force.WorkAfterAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((DeliveryState.Sent, 2), ((await DeletionAsync(force, id)).State, force.Network.Deletions.Count));
    }

    [Theory, Databases]
    public async Task Delete_WhenTheHostDiesMeanwhile_IsReadBackAndFoundGone(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        await AskAsync(force, id, Sergeant);
        var deletion = await DeletionAsync(force, id);
        await force.Get<DeletionBook>().ChangeAsync(force.Get<ActFactory>().ByService(DeleteNext.Kind), deletion.Id, d => d.Attempt(TestForce.Start), TestForce.Ct);
        force.Network.Posts.Clear();
        await force.RestartAsync();
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(DeliveryState.Sent, (await DeletionAsync(force, id)).State);
        Assert.Empty(force.Network.Deletions);
        Assert.True(Assert.Single((await force.RaisedAsync()).OfType<PublishedDeleted>()).Reconciled);
    }

    [Theory, Databases]
    public async Task Delete_WhenItDoesNotEnd_Alarms(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        force.Network.Delete = () => new Outcome<Deleted>.Retry(TimeSpan.FromMinutes(10), "Busy.");
        await AskAsync(force, id, Sergeant);
        await force.WorkAsync();
        force.Clock.Advance(TimeSpan.FromMinutes(2));
        await force.Get<MarkStuck>().LookAsync(TestForce.Ct);
        var alarm = Assert.Single(await force.Get<DeliveryAlarms>().AlarmsAsync(Sergeant, TestForce.Ct));
        Assert.Contains("must go", alarm.Text, StringComparison.Ordinal);
        await force.Get<AcknowledgeDelivery>().HandleAsync(Sergeant, id, TestForce.Ct);
        Assert.Equal(Sergeant.Id, await force.Get<DeliveryAlarms>().WhoAcknowledgedAsync(alarm, TestForce.Ct));
        Assert.Empty(await force.Get<DeliveryAlarms>().AlarmsAsync(Sergeant, TestForce.Ct));
    }

    [Theory, Databases]
    public async Task Delete_OfWhatAColleagueSaw_NeedsTheNetworksIdentifier(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(force.Network.PublishUnheard, force.Network.PublishUnheard);
        force.Network.Seen = new Outcome<Sighting>.Broken("No sense in it.");
        var (named, unnamed) = (await force.ReplyAsync(), await force.ReplyAsync());
        await force.WorkAsync();
        var settle = force.Get<SettleDelivery>();
        await settle.HandleAsync(Sergeant, new(named, true, "https://network.example/1", "I looked", $" post-{named} "), TestForce.Ct);
        await settle.HandleAsync(Sergeant, new(unnamed, true, "https://network.example/2", "I looked"), TestForce.Ct);

        Assert.IsType<DeleteOutcome.NotOurs>(await AskAsync(force, unnamed, Sergeant));
        Assert.IsType<DeleteOutcome.Done>(await AskAsync(force, named, Sergeant, "A child is named; the network cannot be read"));
        await force.WorkAsync();

        Assert.Equal([$"post-{named}"], force.Network.Deletions);
        Assert.Single(force.Network.Posts);
        Assert.False(new SettleValidator().Validate(new SettleCommand(1, true, "https://network.example/1", "I looked", "two words")).IsValid);
    }

    [Theory, Databases]
    public async Task Delete_KeepsWhatTheNetworkShows_BeforeTheNetworkIsCalled(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        Assert.IsType<DeleteOutcome.Done>(await AskAsync(force, id, Sergeant));

        Assert.Empty(force.Network.Deletions);
        var kept = await CaptureAsync(force, id);
        var shown = force.Network.Posts[$"{id}"];
        Assert.Equal((Shown.Post, (await force.LoadAsync(id)).Text, shown.Permalink), (kept.Shown, kept.Text, kept.Permalink));
        Assert.Equal(shown.Receipt.ToArray(), kept.Bytes);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(kept.Bytes)), kept.Sha256);
        Assert.Equal(kept.Sha256, Assert.Single((await force.RaisedAsync()).OfType<PublishedCaptured>()).Sha256);
    }

    [Theory, Databases]
    public async Task Delete_WhenItCannotBeCaptured_StaysUntilSomebodySaysWhyItMustGo(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        force.Network.Seen = new Outcome<Sighting>.Retry(TimeSpan.FromMinutes(1), "Busy.");
        Assert.Equal("Busy.", Assert.IsType<DeleteOutcome.NotCaptured>(await AskAsync(force, id, Sergeant, "  ")).Why);
        await force.WorkAsync();
        Assert.Empty(force.Network.Deletions);
        Assert.Empty((await force.RaisedAsync()).OfType<DeletionIntended>());

        Assert.IsType<DeleteOutcome.Done>(await AskAsync(force, id, Sergeant, "It shows a child's address"));
        await force.WorkAsync();
        Assert.Single(force.Network.Deletions);
        var kept = await CaptureAsync(force, id);
        Assert.Equal((Shown.Unknown, 0, "It shows a child's address"), (kept.Shown, kept.Bytes.Length, kept.Why));
        Assert.Equal("It shows a child's address", Assert.Single((await force.RaisedAsync()).OfType<CaptureWaived>()).Why);
    }

    [Theory, Databases]
    public async Task Delete_OfWhatIsGoneAlready_SaysSoInTheCapture(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await SentAsync(force);
        force.Network.Posts.Clear();
        Assert.IsType<DeleteOutcome.Done>(await AskAsync(force, id, Sergeant));
        Assert.Equal(Shown.Nothing, (await CaptureAsync(force, id)).Shown);
        Assert.False(Assert.Single((await force.RaisedAsync()).OfType<PublishedCaptured>()).WasThere);
    }

    private static async Task<long> SentAsync(PublishingForce force)
    {
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        return id;
    }

    private static Task<DeleteOutcome> AskAsync(PublishingForce force, long id, Person person, string? withoutCapture = null) =>
        force.Get<DeletePublished>().HandleAsync(person, new(id, "It names a victim", withoutCapture), TestForce.Ct);

    private static async Task<CaptureRow> CaptureAsync(PublishingForce force, long id) =>
        Assert.Single(await force.Get<Store<PublishingModule>>().QueryAsync(CaptureRow.OfDeliveries, new { ids = new[] { id } }, TestForce.Ct));

    private static async Task<DeletionRow> DeletionAsync(PublishingForce force, long id) =>
        Assert.Single(await force.Get<Store<PublishingModule>>().QueryAsync(DeletionStatements.OfDelivery, new { deliveryId = id }, TestForce.Ct));
}
