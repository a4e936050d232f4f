using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class SessionTests
{
    [Theory, Databases]
    public async Task Revoke_OfOnesOwn_EndsThatSessionAtOnceAndNoOther(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (desk, phone) = (await BeginAsync(force, "rees"), await BeginAsync(force, "rees"));
        var person = await force.PersonAsync("rees", desk.Id);
        Assert.True(await IsOpenAsync(force, phone));
        Assert.True(await force.Get<EndSession>().RevokeAsync(person, person.Id, phone.Id, AccessForce.Ct));
        Assert.False(await IsOpenAsync(force, phone));
        Assert.True(await IsOpenAsync(force, desk));
        Assert.Equal(phone.Id, Assert.Single(await force.RaisedAsync<SessionRevoked>()).SessionId);
    }

    [Theory, Databases]
    public async Task Revoke_OfSomebodyElses_IsForAdministratorsOnly(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var session = await BeginAsync(force, "rees");
        var (rees, okafor, morgan) = ((await force.RowAsync("rees")).Id, await force.PersonAsync("okafor"), await force.PersonAsync("morgan"));
        Assert.False(await force.Get<EndSession>().RevokeAsync(okafor, rees, session.Id, AccessForce.Ct));
        Assert.True(await IsOpenAsync(force, session));
        Assert.True(await force.Get<EndSession>().RevokeAsync(morgan, rees, session.Id, AccessForce.Ct));
        Assert.False(await IsOpenAsync(force, session));
    }

    [Theory, Databases]
    public async Task Session_LeftAlone_EndsAfterTheIdleLimitAndInUseAfterTheAbsoluteOne(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (idle, used) = (await BeginAsync(force, "rees"), await BeginAsync(force, "rees"));
        for (var hours = 0; hours < 11; hours++)
        {
            force.Force.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await IsOpenAsync(force, used));
        }

        Assert.False(await IsOpenAsync(force, idle));
        force.Force.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await IsOpenAsync(force, used));
    }

    [Theory, Databases]
    public async Task Disable_EndsEverySessionAndKeepsThePersonOut(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var session = await BeginAsync(force, "rees");
        var (admin, rees) = (await force.PersonAsync("morgan"), await force.RowAsync("rees"));
        Assert.True(await IsOpenAsync(force, session));
        var act = force.Get<ActFactory>().By(admin, DisablePerson.Kind);
        Assert.Equal(GrantOutcome.Done, await force.Get<DisablePerson>().HandleAsync(act, rees.Id, "Left the force", AccessForce.Ct));
        Assert.False(await IsOpenAsync(force, session));
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("rees")).Outcome);
        Assert.Empty((await force.PersonAsync("rees")).Grants.Permissions);
        Assert.Equal("Left the force", Assert.Single(await force.RaisedAsync<PersonDisabled>()).Reason);
    }

    [Theory, Databases]
    public async Task ChangePassword_EndsTheOtherSessionsAndKeepsThisOne(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (here, elsewhere) = (await BeginAsync(force, "rees"), await BeginAsync(force, "rees"));
        var person = await force.PersonAsync("rees", here.Id);
        Assert.True((await force.Get<ChangePassword>().HandleAsync(person, AccessForce.Password, "teapot-gravel-lantern", AccessForce.Ct)).Succeeded);
        Assert.True(await IsOpenAsync(force, here));
        Assert.False(await IsOpenAsync(force, elsewhere));
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("rees")).Outcome);
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees", "teapot-gravel-lantern")).Outcome);
    }

    [Theory, Databases]
    public async Task Reset_VoidsPasswordSecondFactorAndSessionsAndGivesALinkThatWorksOnce(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        var half = await force.SignInAsync("okafor");
        var (admin, okafor) = (await force.PersonAsync("morgan"), await force.RowAsync("okafor"));
        var (outcome, token) = await force.Get<ResetPerson>().HandleAsync(admin, okafor.Id, AccessForce.Ct);
        Assert.Equal(GrantOutcome.Done, outcome);
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("okafor")).Outcome);
        Assert.Equal(SecondFactorOutcome.BeginAgain, (await force.Get<ShowSecondFactor>().HandleAsync(half.Ticket, "000000", AccessForce.Desk, AccessForce.Ct)).Outcome);
        Assert.True((await force.Get<ChooseFirstPassword>().HandleAsync(token!, "teapot-gravel-lantern", AccessForce.Desk, AccessForce.Ct))!.Succeeded);
        Assert.Null(await force.Get<ChooseFirstPassword>().HandleAsync(token!, "kettle-gravel-lantern", AccessForce.Desk, AccessForce.Ct));
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("okafor", "teapot-gravel-lantern")).Outcome);
    }

    [Theory, Databases]
    public async Task SetupLink_AfterADay_IsOfNoUse(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (_, token) = await force.Get<ResetPerson>().HandleAsync(await force.PersonAsync("morgan"), (await force.RowAsync("rees")).Id, AccessForce.Ct);
        force.Force.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(await force.Get<ChooseFirstPassword>().HandleAsync(token!, "teapot-gravel-lantern", AccessForce.Desk, AccessForce.Ct));
    }

    private static async Task<NewSession> BeginAsync(AccessForce force, string signInName) => (await force.SignInAsync(signInName)).Session!;

    private static async Task<bool> IsOpenAsync(AccessForce force, NewSession session) =>
        await force.Get<SessionCheck>().FindAsync(session.Id, session.Secret, AccessForce.Ct) is not null;
}
