using PoliceSocial.Access.Refused;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class AccountsTests
{
    [Theory, Databases]
    public async Task FirstAdministrator_IsMadeOnceAndNeverASecondTime(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        var accounts = force.Get<IAccounts>();
        Assert.False(await accounts.AnyAsync(TestForce.Ct));
        Assert.False((await accounts.CreateFirstAdministratorAsync("chief", "Ann Chief", "password1234", TestForce.Ct)).Done);
        Assert.False(await accounts.AnyAsync(TestForce.Ct));
        var made = await accounts.CreateFirstAdministratorAsync("Chief", "Ann Chief", null, TestForce.Ct);
        Assert.True(made.Done, made.Sentence);
        Assert.StartsWith("/sign-in/set-up/", made.SetupPath, StringComparison.Ordinal);
        Assert.False((await accounts.CreateFirstAdministratorAsync("other", "Other", null, TestForce.Ct)).Done);
        Assert.Equal(10, (await force.RaisedAsync("access")).OfType<RoleAdded>().Count());
    }

    [Theory, Databases]
    public async Task SeedRehearsalForce_OutsideDevelopment_MakesNobody(Dialect dialect)
    {
        await using var force = await TestForce.OpenAsync(dialect);
        await Assert.ThrowsAsync<InvalidOperationException>(() => force.Get<IAccounts>().SeedRehearsalForceAsync(TestForce.Ct));
        Assert.False(await force.Get<IAccounts>().AnyAsync(TestForce.Ct));
    }

    [Theory, Databases]
    public async Task SeedRehearsalForce_Twice_AddsNothingAndAnswersTheSame(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var before = (await force.Force.RaisedAsync("access")).Count;
        var signIns = await force.Get<IAccounts>().SeedRehearsalForceAsync(AccessForce.Ct);
        Assert.Equal(10, signIns.Count);
        Assert.Equal(before, (await force.Force.RaisedAsync("access")).Count);
    }

    [Theory, Databases]
    public async Task CommandLine_AddsDisablesAndResetsPeople(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var accounts = force.Get<IAccounts>();
        Assert.False((await accounts.AddPersonAsync("new", "New Person", ["No such role"], AccessForce.Ct)).Done);
        Assert.True((await accounts.AddPersonAsync("new", "New Person", ["desk supervisor"], AccessForce.Ct)).Done);
        Assert.False((await accounts.AddPersonAsync("NEW", "Same Name", [], AccessForce.Ct)).Done);
        Assert.True((await accounts.DisablePersonAsync("new", "Was a mistake", AccessForce.Ct)).Done);
        Assert.NotNull((await accounts.ResetPersonAsync("morgan", AccessForce.Ct)).SetupPath);
        Assert.False((await accounts.ResetPersonAsync("nobody", AccessForce.Ct)).Done);
    }

    [Theory, Databases]
    public async Task People_AreNamedAndChosenByWhatTheyMayDo(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var rees = await force.RowAsync("rees");
        Assert.Equal("PC Sian Rees", Assert.Single(await force.Get<IPeople>().NamesAsync([rees.Id, 1], AccessForce.Ct)).Value);
        var managers = await force.Get<IPeople>().WhoMayAsync("access.manage-people", 1, null, AccessForce.Ct);
        Assert.Equal("morgan", Assert.Single(managers).Mention);
    }

    [Theory, Databases]
    public async Task Refusal_OfThePersonAndPath_IsRecordedOnceAMinute(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var rees = await force.PersonAsync("rees");
        foreach (var path in new[] { "/people", "/people", "/roles" })
            await force.Get<AccessRefusal>().RecordAsync(rees, "access.manage-people", path, AccessForce.Ct);
        Assert.Equal(2, (await force.RaisedAsync<AccessDenied>()).Count);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        await force.Get<AccessRefusal>().RecordAsync(rees, "access.manage-people", "/people", AccessForce.Ct);
        Assert.Equal(3, (await force.RaisedAsync<AccessDenied>()).Count);
    }
}
