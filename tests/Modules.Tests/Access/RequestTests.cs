using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Access;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class RequestTests
{
    [Theory, Databases]
    public async Task Request_OfSomebodyWhoseRoleNeedsAnAuthenticator_IsLedToSettingItUp(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect, s => s.Configure<AccessOptions>(o => o.RequireSecondFactor = true));
        var (reached, context) = await RequestAsync(force, "okafor", HttpMethods.Get);
        Assert.False(reached);
        Assert.Equal("/account/second-factor", context.Response.Headers.Location);
        Assert.Equal(StatusCodes.Status403Forbidden, (await RequestAsync(force, "okafor", HttpMethods.Post)).Context.Response.StatusCode);
        (reached, context) = await RequestAsync(force, "okafor", HttpMethods.Get, new WhileUnfinishedAttribute());
        Assert.True(reached);
        Assert.Empty(context.Person().Grants.Permissions);
        await force.SetUpSecondFactorAsync("okafor");
        Assert.True((await RequestAsync(force, "okafor", HttpMethods.Get)).Reached);
    }

    [Theory, Databases]
    public async Task Request_OfSomebodyWhoseRoleNeedsNone_PassesWithWhatTheyMayDo(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect, s => s.Configure<AccessOptions>(o => o.RequireSecondFactor = true));
        Assert.True((await RequestAsync(force, "rees", HttpMethods.Get)).Reached);
    }

    [Theory, Databases]
    public async Task Request_OverHttps_HasACookieThatNoNeighbourCanSet(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var session = (await force.SignInAsync("rees")).Session!;
        var context = new DefaultHttpContext { Request = { Scheme = "https" } };
        SessionCookie.Write(context, session.Id, session.Secret);
        var cookie = context.Response.Headers.SetCookie.ToString();
        Assert.StartsWith($"__Host-policesocial={session.Id}.{session.Secret};", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "path=/", "secure", "samesite=lax", "httponly" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var back = new DefaultHttpContext { Request = { Scheme = "https", Headers = { Cookie = $"__Host-policesocial={session.Id}.{session.Secret}" } } };
        Assert.Equal((session.Id, session.Secret), SessionCookie.Read(back.Request));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("x.secret")]
    [InlineData("-5.secret")]
    [InlineData("99999999999999999999999.secret")]
    public void Cookie_ThatIsNone_IsNobodys(string value) =>
        Assert.Null(SessionCookie.Read(new DefaultHttpContext { Request = { Headers = { Cookie = $"policesocial={value}" } } }.Request));

    private static async Task<(bool Reached, HttpContext Context)> RequestAsync(AccessForce force, string signInName, string method, params object[] metadata)
    {
        var row = await force.RowAsync(signInName);
        var context = new DefaultHttpContext { Request = { Method = method, Path = "/inbox" }, RequestServices = force.Force.Services };
        context.SetEndpoint(new Endpoint(null, new(metadata), "a page"));
        context.Features.Set(new SessionRow
        {
            Id = 1,
            PersonId = row.Id,
            SecretHash = "",
            StartedAt = default,
            SeenAt = default,
            EndsAt = default,
            Address = "",
            Device = "",
            SecondFactor = false,
            EndedAt = null,
        });
        var reached = false;
        await force.Get<SignedInPerson>().HandleAsync(context, _ =>
        {
            reached = true;
            return Task.CompletedTask;
        });
        return (reached, context);
    }
}
