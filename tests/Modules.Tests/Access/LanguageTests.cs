using Microsoft.AspNetCore.Http;
using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class LanguageTests
{
    [Theory, Databases]
    public async Task ChooseLanguage_IsToldOnce_AndSpokenAfterTheNextSignIn(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        Assert.Null((await force.SignInAsync("rees")).Session!.Language);
        var rees = await force.PersonAsync("rees");
        await force.Get<ChooseLanguage>().HandleAsync(rees, "cy", AccessForce.Ct);
        await force.Get<ChooseLanguage>().HandleAsync(rees, "cy", AccessForce.Ct);

        Assert.Equal(new LanguageChosen(rees.Id, "cy"), Assert.Single(await force.RaisedAsync<LanguageChosen>()));
        var session = (await force.SignInAsync("rees")).Session!;
        var context = new DefaultHttpContext();
        session.Enter(context);
        Assert.Contains(context.Response.Headers.SetCookie, c => c!.StartsWith("policesocial-language=cy", StringComparison.Ordinal));
        Assert.Null((await force.SignInAsync("okafor")).Session!.Language);
    }

    [Theory]
    [InlineData("policesocial-language=cy", "cy-GB")]
    [InlineData("policesocial-language=en-GB", "en-GB")]
    [InlineData("policesocial-language=fr", "en-GB")]
    [InlineData("", "en-GB")]
    public void Language_IsWhatTheDeviceKeeps_OrEnglish(string cookie, string expected)
    {
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = cookie } } };
        Assert.Equal(expected, Languages.ChosenOn(context.Request).Name);
    }

    [Theory]
    [InlineData("policesocial-colours=dark", "dark")]
    [InlineData("policesocial-colours=%22%3E", "system")]
    public void Colours_AreWhatTheDeviceKeeps_OrItsOwn(string cookie, string expected)
    {
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = cookie } } };
        Assert.Equal(expected, Colours.ChosenOn(context.Request));
    }
}
