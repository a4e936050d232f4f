using System.Net;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>Looking after the ledger in the browser: each page asks for a reason, says what is wrong, and does what it says.</summary>
public sealed class KeepingTests(TheForce force)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_IsChangedWithAReason_AndBothKeysAreShown()
    {
        var host = await force.GetAsync(Ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        var before = Keys(await administrator.OpenAsync("/audit/keep", Ct));

        var refused = await administrator.SubmitAsync("/audit/keep/key", "main form", new() { ["Reason"] = " " }, Ct);
        Assert.Contains("Say why", refused.Page!.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        var done = await administrator.SubmitAsync("/audit/keep/key", "main form", new() { ["Reason"] = "the yearly change" }, Ct);

        Assert.Equal((HttpStatusCode.Redirect, "/audit/keep"), (done.Status, done.Location));
        var page = await administrator.OpenAsync("/audit/keep", Ct);
        Assert.Contains("From now on the ledger is signed with", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, Keys(page));
    }

    [Fact]
    public async Task Details_AreErasedWithAReason_AndTheEntryStays()
    {
        var host = await force.GetAsync(Ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        foreach (var (first, last, reason, words) in new[]
        {
            ("x", "2", "old", "Enter the number of an entry"),
            ("2", "1", "old", "may not come before the first"),
            ("0", "999999999", "old", "no entry of that number yet"),
            ("0", "1", "", "Say why"),
        })
        {
            var refused = await administrator.SubmitAsync("/audit/keep/erase", "main form", new() { ["First"] = first, ["Last"] = last, ["Reason"] = reason }, Ct);
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Contains(words, refused.Page!.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        var done = await administrator.SubmitAsync("/audit/keep/erase", "main form", new() { ["First"] = "0", ["Last"] = "1", ["Reason"] = "kept long enough" }, Ct);

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        using var auditor = await host.SignInAsync(Everyone.Auditor, Ct);
        await Eventually.BeSoAsync(
            async () => (await auditor.OpenAsync("/audit/1", Ct)).QuerySelector("main")!.TextContent.Contains("The entry itself stays proven", StringComparison.Ordinal), "the details erased", Ct);
    }

    [Fact]
    public async Task Restore_AndFinding_WithNothingWrong_SayThatThereIsNothingToDo()
    {
        var host = await force.GetAsync(Ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        Assert.Contains("nothing to answer for", (await administrator.OpenAsync("/audit/keep/restore", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing to decide", (await administrator.OpenAsync("/audit/keep/finding/found-wrong", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_TriedByAnAdministrator_SaysHowManyAndShowsNone()
    {
        var host = await force.GetAsync(Ct);
        using var administrator = await host.SignInAsync(Everyone.Administrator, Ct);
        var token = (await administrator.OpenAsync("/inbox/rules/new", Ct)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var tried = await administrator.PostAsync(
            "/inbox/rules/new?handler=Try", new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Name"] = "Any e", ["Patterns"] = "e" }, Ct);

        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("You see how many, and not which", tried.Body, StringComparison.Ordinal);
        Assert.Null(tried.Page!.QuerySelector("main table"));
    }

    private static int Keys(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("main .code").Count(c => c.TextContent.Contains("/ledger+", StringComparison.Ordinal));
}
