using System.Net;

namespace PoliceSocial.Host.Tests.Permissions;

public sealed class FormTests(TheForce force)
{
    private const string Token = "__RequestVerificationToken";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Everyone.Supervisor)]
    [InlineData(Everyone.Administrator)]
    [InlineData(Everyone.Auditor)]
    public async Task Form_AlwaysCarriesItsToken_AndIsRefusedWithoutIt(string name)
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(name, Ct);
        var sent = 0;
        foreach (var path in Places.All.Keys.Where(p => Places.May(name, p)))
        {
            var page = await person.OpenAsync(path, Ct);
            foreach (var form in page.QuerySelectorAll("form[method=post]").Where(f => f.Closest("template") is null))
            {
                Assert.True(form.QuerySelector($"input[name={Token}]") is not null, $"A form of {path} has no token: {form.OuterHtml}");
                var action = form.GetAttribute("action") is { Length: > 0 } named ? named : path;
                var answer = await person.PostAsync(action, new Dictionary<string, string>(), Ct);
                Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{action} took a form without a token: {answer.Status}");
                sent++;
            }
        }

        Assert.True(sent > 3, $"Only {sent} forms were found.");
        await person.OpenAsync("/account", Ct);
    }

    [Fact]
    public async Task Form_OfSomebodyElsesSession_IsRefused()
    {
        var host = await force.GetAsync(Ct);
        using var stranger = await host.SignInAsync(Everyone.Operator, Ct);
        using var person = await host.SignInAsync(Everyone.Supervisor, Ct);
        var theirs = (await stranger.OpenAsync("/account", Ct)).QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;

        var answer = await person.PostAsync("/sign-out", new Dictionary<string, string> { [Token] = theirs }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The form could not be read", answer.Body, StringComparison.Ordinal);
        await person.OpenAsync("/inbox", Ct);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var host = await force.GetAsync(Ct);
        using var person = await host.SignInAsync(Everyone.Operator, Ct);

        await person.SubmitAsync("/account", "form[action='/sign-out']", [], Ct);

        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/inbox", Ct)).Status);
    }
}
