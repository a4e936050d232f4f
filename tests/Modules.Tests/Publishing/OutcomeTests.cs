using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Platform.Data;
using PoliceSocial.Publishing;
using PoliceSocial.Publishing.Model;
using PoliceSocial.Publishing.Send;

namespace PoliceSocial.Modules.Tests.Publishing;

public sealed class OutcomeTests
{
    [Theory, Databases]
    public async Task Deliver_WhenTheNetworkTakesIt_IsSentWithItsReceipt(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.WorkAsync();

        var delivery = await force.LoadAsync(id);
        Assert.Equal((DeliveryState.Sent, $"post-{id}", 1), (delivery.State, delivery.NetworkId, delivery.Attempts));
        var raised = await force.RaisedAsync();
        Assert.Equal([typeof(DeliveryIntended), typeof(DeliveryAttempted), typeof(DeliverySent)], raised.Select(e => e.GetType()));
        var sent = (DeliverySent)raised[2];
        Assert.False(sent.Reconciled);
        var receipt = await force.Get<Store<PublishingModule>>().FindAsync(ReceiptRow.OfDelivery, new { deliveryId = id }, TestForce.Ct);
        Assert.Equal((sent.ReceiptSha256, "{\"ok\":true}", "handle"), (receipt!.Sha256, System.Text.Encoding.UTF8.GetString(receipt.Bytes), receipt.ReplyHandle));
    }

    [Theory, Databases]
    public async Task Deliver_WhenTheNetworkSaysNo_IsRefusedInItsWords(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.Refused("The post they wrote is gone."));
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await force.WorkAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal((DeliveryState.Refused, "The post they wrote is gone."), await StateAsync(force, id));
        Assert.Single(force.Network.Calls);
        Assert.Contains(await force.RaisedAsync(), e => e is DeliveryRefused);
    }

    [Theory, Databases]
    public async Task Deliver_WhenHeardOfTwice_IsIntendedAndSentOnce(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await force.HearAsync(id);
        await force.WorkAsync();

        Assert.Single(force.Network.Calls);
        Assert.Single(await force.RaisedAsync(), e => e is DeliveryIntended);
    }

    [Theory, Databases]
    public async Task Deliver_WhenItsTextIsNotWhatWasApproved_GoesNowhere(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        const long id = 4242;
        force.Keep(new(id, PublishingForce.Channel, false, "Something else", "their-post", null, "them", "", TestForce.Start));
        await force.HearAsync(id, approvedText: "What was approved");
        await force.WorkAsync();

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Empty(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Deliver_WhenItIsTooLongNow_IsRefusedWithoutACall(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Limits = force.Network.Limits with { PostLength = 10 };
        var id = await force.ReplyAsync("Twelve chars");
        await force.WorkAsync();

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Contains("2 characters too long", (await force.LoadAsync(id)).Why, StringComparison.Ordinal);
        Assert.Empty(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Deliver_WhenAskedToWait_IsTriedAgainThenAndNotBefore(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Next(new Outcome<Published>.Retry(TimeSpan.FromSeconds(90), "The network asks us to wait."));
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        Assert.Equal((DeliveryState.Intended, "The network asks us to wait."), await StateAsync(force, id));
        await force.WorkAfterAsync(TimeSpan.FromSeconds(89));
        Assert.Single(force.Network.Calls);
        await force.WorkAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(id)).State);
        Assert.Equal(2, force.Network.Calls.Count);
        Assert.Contains(await force.RaisedAsync(), e => e is DeliveryPutOff);
    }

    [Theory, Databases]
    public async Task Deliver_WhenPutOffTwentyTimes_IsGivenUp(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync();
        for (var i = 0; i < 25; i++)
        {
            force.Network.Next(new Outcome<Published>.Retry(TimeSpan.FromSeconds(2), "Busy."));
            await force.WorkAfterAsync(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Equal(20, force.Network.Calls.Count);
    }

    [Theory, Databases]
    public async Task Deliver_WhenTheChannelIsNotWell_WaitsUntilItIs(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Set(ChannelState.NeedsReconnecting);
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        Assert.Contains("signed in again", (await force.LoadAsync(id)).Why, StringComparison.Ordinal);
        Assert.Empty(force.Network.Calls);
        force.Set(ChannelState.Connected);
        await force.WorkAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((DeliveryState.Sent, null), await StateAsync(force, id));
    }

    [Theory, Databases]
    public async Task Deliver_WhenItWaitedADay_IsGivenUpWithoutACall(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Set(ChannelState.Paused);
        var id = await force.ReplyAsync();
        await force.WorkAsync();
        await force.WorkAfterAsync(TimeSpan.FromHours(24));

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Empty(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Deliver_WhenTheConnectorNeverAnswers_IsUnknownAfterThirtySeconds(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var called = new TaskCompletionSource();
        var never = new TaskCompletionSource<Outcome<Published>>();
        force.Network.Next((_, _) =>
        {
            called.SetResult();
            return never.Task;
        });
        var id = await force.ReplyAsync();
        var working = force.WorkAsync();
        await called.Task.WaitAsync(TestForce.Ct);

        // The connector is reached before the wait for it begins: time passes until it has.
        await TestForce.UntilAsync(
            () =>
            {
                force.Clock.Advance(TimeSpan.FromSeconds(33));
                return Task.FromResult(working.IsCompleted);
            },
            "the call is given up");
        await working;

        Assert.Equal((DeliveryState.OutcomeUnknown, "The network did not answer within 30 seconds."), await StateAsync(force, id));
        Assert.Single(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Call_WhenTheConnectorIsReachedAfterItWasGivenUp_DoesNotGoThrough(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var reaching = new TaskCompletionSource();
        force.Network.OnTheWay = () => reaching.Task;
        var calling = force.Get<CallOnce>().CallAsync<Published>(
            PublishingForce.Channel, (line, ct) => line.PublishAsync(new() { Key = "1", Kind = OutboundKind.Post, Text = "", IntendedAt = TestForce.Start }, ct), TestForce.Ct);
        await TestForce.UntilAsync(
            () =>
            {
                force.Clock.Advance(TimeSpan.FromSeconds(33));
                return Task.FromResult(calling.IsCompleted);
            },
            "the call is given up");
        Assert.IsType<Outcome<Published>.Retry>(await calling);
        reaching.SetResult();

        Assert.Empty(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Deliver_WhenTheWindowClosedWhileItWaited_EndsWithoutACall(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Limits = force.Network.Limits with { PrivateWindow = TimeSpan.FromHours(2) };
        force.Set(ChannelState.Paused);
        var (late, inTime) = (await force.ReplyAsync(isPrivate: true, heardAt: TestForce.Start), await force.ReplyAsync(isPrivate: true, heardAt: TestForce.Start));
        await force.WorkAsync();
        force.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));

        // One of the two has written again since: the window counts from then.
        force.Heard(inTime, force.Clock.GetUtcNow().AddMinutes(-1));
        force.Set(ChannelState.Connected);
        await force.WorkAsync();

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(late)).State);
        Assert.Contains("time for answering privately was over", (await force.LoadAsync(late)).Why, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(inTime)).State);
        Assert.Equal(inTime.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(force.Network.Calls).Key);
        Assert.Contains(await force.RaisedAsync(), e => e is DeliveryRefused refused && refused.DeliveryId == late);
    }

    [Theory, Databases]
    public async Task Deliver_WithPictures_SendsThemOnce_AndNothingWhereOneIsLost(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        force.Network.Limits = force.Network.Limits with { MediaCount = 2, MediaBytes = 10, MediaTypes = ["image/jpeg"] };
        force.Pictures[1] = [1, 2, 3];
        var sent = new List<Outbound>();
        force.Network.Next((outbound, ct) =>
        {
            sent.Add(outbound);
            return force.Network.PublishUnheard(outbound, ct);
        });
        var whole = await force.ReplyAsync(pictures: [new(1, "aa", "image/jpeg", "A road", 40, 30)]);
        await force.WorkAsync();
        await force.WorkAfterAsync(TimeSpan.FromSeconds(2));
        var lost = await force.ReplyAsync(pictures: [new(1, "aa", "image/jpeg", "A road", 40, 30), new(2, "bb", "image/jpeg", "A bridge", 40, 30)]);
        await force.WorkAsync();
        force.Pictures[1] = new byte[11];
        var large = await force.ReplyAsync(pictures: [new(1, "aa", "image/jpeg", "A road", 40, 30)]);
        await force.WorkAsync();

        var media = Assert.Single(Assert.Single(sent).Media);
        Assert.Equal(("image/jpeg", "A road", 3, 40), (media.MediaType, media.AltText, media.Bytes.Length, media.Width));
        Assert.Equal(DeliveryState.Sent, (await force.LoadAsync(whole)).State);
        Assert.Contains("not stored as it was approved", (await force.LoadAsync(lost)).Why, StringComparison.Ordinal);
        Assert.Contains("larger than the 10 bytes", (await force.LoadAsync(large)).Why, StringComparison.Ordinal);
        Assert.Single(force.Network.Calls);
    }

    [Theory, Databases]
    public async Task Deliver_WhenThePrivateConversationMayNotBeBegunAnyMore_EndsWithoutACall(Dialect dialect)
    {
        await using var force = await PublishingForce.OpenAsync(dialect);
        var id = await force.ReplyAsync(isPrivate: true, thread: null);
        force.Network.Limits = force.Network.Limits with { PrivateUnsolicited = false };
        await force.WorkAsync();

        Assert.Equal(DeliveryState.Refused, (await force.LoadAsync(id)).State);
        Assert.Empty(force.Network.Calls);
    }

    private static async Task<(DeliveryState, string?)> StateAsync(PublishingForce force, long id)
    {
        var delivery = await force.LoadAsync(id);
        return (delivery.State, delivery.Why);
    }
}
