using System.Diagnostics;
using PoliceSocial.Host.Tests.Browsing;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>The night that the product is for, over the network's own servers: a stranger's comment is seen, answered and provable.</summary>
public sealed class AcceptanceNight(Chromium chromium)
{
    private const string Appeal = "Missing: Eileen, 74, last seen in Rising Brook. Have you seen her? Ring 999.";
    private const string Comment = "I served her at the Crown about half ten";
    private const string Publicly = "Thank you. We are writing to you privately now.";
    private const string Privately = "Was she alone, and which way did she go?";
    private const string Answer = "On her own, towards the canal. Green coat.";

    // Between the comment and the alarm lie the network's own index, one question of the connector's and a busy test machine.
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stranger_WhoCommentsAtNight_IsSeenAnsweredAndProvable()
    {
        var browser = await chromium.GetAsync(Ct);
        await using var network = await TheNetwork.StartAsync(Ct);
        await using var host = await RunningHost.StartAsync("road-closure-questions", speed: 0.01, Ct);
        var force = await network.JoinAsync("force", Ct);
        var stranger = await network.JoinAsync("stranger", Ct);
        await using (var administrator = await Screen.OpenAsync(browser, host, Everyone.Administrator, Ct))
            await TheNetwork.ConnectAsync(administrator, network, force, Ct);
        await using var monitor = await Screen.OpenAsync(browser, host, Everyone.Operator, Ct);
        await using var phone = await Screen.OpenAsync(browser, host, Everyone.Supervisor, Ct, Screen.Phone);
        var (sergeant, constable) = (new Desk(phone), new Desk(monitor));
        await monitor.GoAsync("/inbox");
        await phone.GoAsync("/inbox");

        var appeal = await force.PostAsync(Appeal, Ct);
        await stranger.ReplyAsync(appeal, Comment, Ct);
        var written = Stopwatch.GetTimestamp();
        var alarm = await constable.HearAlarmAsync("public comment");
        var rang = Stopwatch.GetElapsedTime(written);
        Assert.True(rang < InTime, $"The alarm rang only {rang.TotalSeconds:N1} s after the comment.");
        TestContext.Current.TestOutputHelper?.WriteLine($"The alarm rang {rang.TotalSeconds:N1} s after the comment.");
        Assert.Contains("Sighting on one of our posts", alarm, StringComparison.Ordinal);
        await monitor.PictureAsync("night-1-alarm");

        await sergeant.HearAlarmAsync("public comment");
        var conversation = await sergeant.FollowAlarmAsync("public comment");
        await sergeant.ClaimAsync();
        await phone.PictureAsync("night-2-claimed");
        await sergeant.ReplyAsync("public", Publicly);
        await Eventually.BeSoAsync(async () => await force.CountAsync(Publicly, Ct) == 1, "the public reply", Ct);
        await sergeant.SeePublishedAsync(Publicly);

        await monitor.GoAsync(conversation);
        await constable.SeeAsync("Sgt Daniel Okafor has it");
        await constable.SeeAsync(Appeal);
        Assert.Equal(0, await monitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Claim", Exact = true }).CountAsync());
        await monitor.PictureAsync("night-3-colleague");

        await sergeant.ReplyAsync("private", Privately);
        await Eventually.BeSoAsync(async () => (await stranger.ReadMessagesAsync(force, Ct)).Any(m => m.Text == Privately), "the private message", Ct);
        Assert.Equal(0, await force.CountAsync(Privately, Ct));
        await stranger.MessageAsync(force, Answer, Ct);
        await sergeant.OpenFromListAsync(Answer, Ct);
        await sergeant.SeeAsync(Answer);
        await phone.PictureAsync("night-4-private");

        await constable.AcknowledgeAsync("public comment");
        await sergeant.Alarm.Filter(new() { HasText = "public comment" }).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await phone.GoAsync(conversation);
        await sergeant.SeeAsync("acknowledged the risk alarm");
        await sergeant.AssessAsync();
        await sergeant.ResolveAsync();
        await phone.PictureAsync("night-5-resolved");

        Assert.Equal(1, await force.CountAsync(Publicly, Ct));
        Assert.Empty(monitor.Complaints);
        Assert.Empty(phone.Complaints);
        await LedgerHoldsAsync(host, conversation);
    }

    private static async Task LedgerHoldsAsync(RunningHost host, string conversation)
    {
        var subject = $"conversation:{conversation.Split('/')[^1]}";
        var ledger = await Ledger.VerifiedAsync(host, Ct);
        string[] about = ["ConversationFlagged", "ConversationViewed", "ConversationClaimed", "ReplyReady", "FlagAcknowledged", "ConversationStateChanged"];
        foreach (var step in about)
            Assert.True(ledger.Holds(step, subject), $"The ledger holds no {step} of {subject}.");
        foreach (var step in new[] { "ChannelConnected", "ItemCaptured", "QueueViewed", "DeliveryAttempted", "DeliverySent" })
            Assert.True(ledger.Holds(step), $"The ledger holds no {step}.");
        Assert.Equal(2, ledger.Actors("ConversationViewed", subject).Count);
        Assert.Equal(2, ledger.Count("DeliverySent"));
    }
}
