using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.AtTheDesk;

/// <summary>Two members of staff at the same conversation, over HTTP as two browsers without script would: what the server decides, wins.</summary>
public sealed class TwoAtOnceTests
{
    private const string Answer = "form#reply";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondAnswer_IsRefused_WithItsTextKept_AndOnlyOneGoesOut()
    {
        await using var host = await RunningHost.StartAsync("road-closure-questions", speed: 200, Ct);
        using var rees = await host.SignInAsync(Everyone.Operator, Ct);
        using var okafor = await host.SignInAsync(Everyone.Supervisor, Ct);
        var path = await FirstAsync(rees);
        await rees.OpenAsync(path, Ct);

        // Both have the page before them: each sees the other, and neither holds the conversation.
        var page = await okafor.OpenAsync(path, Ct);
        Assert.Contains("has this open", page.QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
        var second = Fields((IHtmlFormElement)page.QuerySelector(Answer)!, "The road opens again at six, we think.");
        var first = await rees.SubmitAsync(path, Answer, new() { ["Way"] = "public", ["Text"] = "The road opens again at five." }, Ct);
        Assert.Equal(HttpStatusCode.Redirect, first.Status);

        var refused = await okafor.PostAsync($"{path}?handler=Reply", second, Ct);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("A colleague holds this conversation", refused.Page!.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("The road opens again at six, we think.", refused.Page.QuerySelector("#reply-text")!.TextContent);
        var timeline = (await rees.OpenAsync(path, Ct)).QuerySelector("#timeline")!.TextContent;
        Assert.Contains("at five", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("at six", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_StandsBesideTheConfirmation_AndIsRefusedWhereAColleagueWasFaster()
    {
        await using var host = await RunningHost.StartAsync("road-closure-questions", speed: 200, Ct);
        using var rees = await host.SignInAsync(Everyone.Operator, Ct);
        using var okafor = await host.SignInAsync(Everyone.Supervisor, Ct);
        var path = await FirstAsync(rees);

        var resolved = await rees.SubmitAsync(path, "form:has(input[value=Resolved])", [], Ct);
        Assert.Equal("Undone: it is as it was.", await UndoAsync(rees, resolved.Location!));

        resolved = await rees.SubmitAsync(path, "form:has(input[value=Resolved])", [], Ct);
        var banner = await rees.OpenAsync(resolved.Location!, Ct);
        await okafor.SubmitAsync(path, "form[action*='handler=Claim']", [], Ct);
        Assert.Contains("Somebody has done something else", await SendUndoAsync(rees, banner), StringComparison.Ordinal);
    }

    private static async Task<string> UndoAsync(Visitor visitor, string back) => await SendUndoAsync(visitor, await visitor.OpenAsync(back, Ct));

    private static async Task<string> SendUndoAsync(Visitor visitor, IHtmlDocument page)
    {
        var form = (IHtmlFormElement)page.QuerySelector("[data-flash] form")!;
        Assert.Equal("Undo", form.QuerySelector("button")!.TextContent);
        var answer = await visitor.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(i => i.Name!, i => i.Value), Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return (await visitor.OpenAsync(answer.Location!, Ct)).QuerySelector("[data-flash] .banner__text")!.TextContent;
    }

    private static Dictionary<string, string> Fields(IHtmlFormElement form, string text)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        (fields["Way"], fields["Text"]) = ("public", text);
        return fields;
    }

    /// <summary>A conversation that no rule has flagged, once the exercise has told all it has to tell.</summary>
    private static Task<string> FirstAsync(Visitor visitor) => Eventually.GetAsync(
        async () => (await visitor.OpenAsync("/inbox", Ct)).QuerySelector(".row:not(.row--risk) .row__link")?.GetAttribute("href"), "a conversation", Ct);
}
