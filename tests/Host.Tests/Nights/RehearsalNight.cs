using PoliceSocial.Host.Tests.Browsing;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>The same night as an exercise: scripted characters write and react, and the frame says so all the while.</summary>
public sealed class RehearsalNight(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exercise_IsPlayedFromTheCommentToTheResolution()
    {
        var browser = await chromium.GetAsync(Ct);
        await using var host = await RunningHost.StartAsync("staffordshire-night", speed: 10, Ct);
        await using var monitor = await Screen.OpenAsync(browser, host, Everyone.Operator, Ct);
        var desk = new Desk(monitor);
        await monitor.GoAsync("/inbox");
        Assert.Contains("REHEARSAL", await monitor.Page.Locator(".bar").InnerTextAsync(), StringComparison.Ordinal);

        var alarm = await desk.HearAlarmAsync("Sighting on one of our posts");
        await using var colleague = await Screen.OpenAsync(browser, host, Everyone.Supervisor, Ct);
        await colleague.GoAsync("/account");
        await new Desk(colleague).HearAlarmAsync("Sighting on one of our posts");
        var conversation = await desk.FollowAlarmAsync("Sighting on one of our posts");
        await desk.ClaimAsync();
        await desk.ReplyAsync("public", "Thank you. Please ring 999 or message us privately.");
        await desk.SeePublishedAsync("Please ring 999");
        var talk = await desk.OpenFromListAsync("Hi its Kelly", Ct);
        await desk.ReplyAsync("private", "Where is that, and when?");
        await desk.SeeAsync("The Drovers Halt");
        await monitor.GoAsync(conversation);
        await desk.AcknowledgeAsync("Sighting on one of our posts");
        await colleague.Page.GetByText("PC Sian Rees acknowledged the alarm").WaitForAsync(new() { Timeout = Desk.Patience });
        await monitor.GoAsync(conversation);
        await desk.AssessAsync();
        await desk.ResolveAsync();

        Assert.NotEqual(conversation, talk);
        Assert.Contains("public comment", alarm, StringComparison.Ordinal);
        Assert.Empty(monitor.Complaints);
    }
}
