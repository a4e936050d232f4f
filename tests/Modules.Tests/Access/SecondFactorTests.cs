using PoliceSocial.Access.OwnAccount;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class SecondFactorTests
{
    [Theory, Databases]
    public async Task ShowSecondFactor_WithTheSameCodeTwice_IsRefusedTheSecondTime(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = await force.CodeAsync("okafor");
        Assert.Equal(SecondFactorOutcome.SignedIn, await ShowAsync(force, code));
        Assert.Equal(SecondFactorOutcome.UsedBefore, await ShowAsync(force, code));
        Assert.Equal(SignInFailure.CodeUsedBefore, Assert.Single(await force.RaisedAsync<SignInFailed>()).Why);
        force.Force.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(SecondFactorOutcome.SignedIn, await ShowAsync(force, await force.CodeAsync("okafor")));
        Assert.All(await force.RaisedAsync<SignInSucceeded>(), s => Assert.True(s.SecondFactor));
    }

    [Fact]
    public async Task Code_OfAnyText_IsRefusedInTheSameWay_WhateverItHolds()
    {
        await using var force = await AccessForce.OpenAsync(Dialect.Sqlite);
        await force.SetUpSecondFactorAsync("okafor");
        string[] bits = ["", " ", "0", "000000", "１２３４５６", "123 456", "\0", "\uD800", "\u202E", "🚓", "'; DROP TABLE Person --", "%00", "-1", "+44", "AAAAA-AAAAA", new('9', 5_000)];
        var random = new Random(4_711);
        for (var n = 0; n < 60; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => bits[random.Next(bits.Length)]));

            // Past every lock-out: the text itself is what is tried.
            force.Force.Clock.Advance(TimeSpan.FromDays(2));
            var ticket = (await force.SignInAsync("okafor")).Ticket;
            Assert.Equal(SecondFactorOutcome.Refused, (await force.Get<ShowSecondFactor>().HandleAsync(ticket, text, AccessForce.Desk, AccessForce.Ct)).Outcome);
            Assert.Equal(SecondFactorOutcome.Refused, (await force.Get<ShowRecoveryCode>().HandleAsync(ticket, text, AccessForce.Desk, AccessForce.Ct)).Outcome);
        }

        Assert.Empty(await force.RaisedAsync<SignInSucceeded>());
        Assert.DoesNotContain(await force.RaisedAsync<SignInFailed>(), f => f.Why is not (SignInFailure.WrongCode or SignInFailure.WrongRecoveryCode or SignInFailure.LockedOut));
    }

    [Theory, Databases]
    public async Task ShowSecondFactor_WithTheSameCodeFromTwoPlacesAtOnce_LetsOneIn(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = await force.CodeAsync("okafor");
        var tickets = new[] { await force.SignInAsync("okafor"), await force.SignInAsync("okafor") };
        var answers = await Task.WhenAll(tickets.Select(t => Task.Run(() =>
            force.Get<ShowSecondFactor>().HandleAsync(t.Ticket, code, AccessForce.Desk, AccessForce.Ct))));
        Assert.Single(answers, a => a.Outcome == SecondFactorOutcome.SignedIn);
    }

    [Theory, Databases]
    public async Task ShowSecondFactor_GuessedFiveTimes_LocksThePersonOut(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        force.Force.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++)
            Assert.Equal(SecondFactorOutcome.Refused, await ShowAsync(force, "not a code"));
        Assert.Single(await force.RaisedAsync<PersonLockedOut>());
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("okafor")).Outcome);
    }

    [Theory, Databases]
    public async Task ShowSecondFactor_WithATicketThatIsTooOldOrForged_BeginsAgain(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        var ticket = (await force.SignInAsync("okafor")).Ticket;
        force.Force.Clock.Advance(TimeSpan.FromMinutes(10));
        var code = await force.CodeAsync("okafor");
        foreach (var old in new[] { ticket, "forged", "", null })
            Assert.Equal(SecondFactorOutcome.BeginAgain, (await force.Get<ShowSecondFactor>().HandleAsync(old, code, AccessForce.Desk, AccessForce.Ct)).Outcome);
    }

    [Theory, Databases]
    public async Task RecoveryCode_WorksOnceAndInAnyCase(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var codes = await force.SetUpSecondFactorAsync("okafor");
        Assert.Equal(SecondFactorSetup.RecoveryCodes, codes.Count);
        var typed = codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        Assert.Equal(SecondFactorOutcome.SignedIn, await RecoverAsync(force, typed));
        Assert.Equal(SecondFactorOutcome.Refused, await RecoverAsync(force, codes[0]));
        Assert.Equal(SecondFactorOutcome.SignedIn, await RecoverAsync(force, codes[1]));
        Assert.Equal([9, 8], (await force.RaisedAsync<RecoveryCodeUsed>()).Select(u => u.Left));
    }

    [Theory, Databases]
    public async Task RecoveryCodes_WhenMadeAnew_ReplaceTheEarlierOnes(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var old = await force.SetUpSecondFactorAsync("okafor");
        var fresh = await force.Get<SecondFactorSetup>().RenewCodesAsync(await force.PersonAsync("okafor"), AccessForce.Ct);
        Assert.Equal(SecondFactorOutcome.Refused, await RecoverAsync(force, old[0]));
        Assert.Equal(SecondFactorOutcome.SignedIn, await RecoverAsync(force, fresh![0]));
    }

    [Theory, Databases]
    public async Task TurnOn_WithAWrongCode_LeavesItOff(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var person = await force.PersonAsync("okafor");
        var before = await force.RowAsync("okafor");
        var (key, held) = force.Get<SecondFactorSetup>().Key(before, null);
        Assert.Null(await force.Get<SecondFactorSetup>().TurnOnAsync(person, held, "not a code", AccessForce.Ct));
        Assert.Null(await force.Get<SecondFactorSetup>().TurnOnAsync(person, null, force.CodeOf(key.Key), AccessForce.Ct));
        Assert.Equal(before, await force.RowAsync("okafor"));
        Assert.Contains("<svg", key.Svg(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Key_UntilACodeProvesIt_IsTheBrowsersAloneAndTheSameAgain(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var setup = force.Get<SecondFactorSetup>();
        var okafor = await force.RowAsync("okafor");
        var (key, held) = setup.Key(okafor, null);
        Assert.Equal(key, setup.Key(okafor, held).Key);
        Assert.NotEqual(key.Key, setup.Key(await force.RowAsync("rees"), held).Key.Key);
        Assert.NotEqual(key.Key, setup.Key(okafor with { SecurityStamp = "another" }, held).Key.Key);
        Assert.NotEqual(key.Key, setup.Key(okafor, "forged").Key.Key);
        Assert.Null(await setup.TurnOnAsync(await force.PersonAsync("rees"), held, force.CodeOf(key.Key), AccessForce.Ct));
        Assert.Null((await force.RowAsync("okafor")).AuthenticatorKey);
        Assert.NotNull(await setup.TurnOnAsync(await force.PersonAsync("okafor"), held, force.CodeOf(key.Key), AccessForce.Ct));
        Assert.True((await force.RowAsync("okafor")).SecondFactor);
    }

    [Theory, Databases]
    public async Task TurnOff_NeedsThePassword(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await force.SetUpSecondFactorAsync("okafor");
        var person = await force.PersonAsync("okafor");
        Assert.False(await force.Get<TurnOffSecondFactor>().HandleAsync(person, "not the password", AccessForce.Ct));
        Assert.True((await force.RowAsync("okafor")).SecondFactor);
        Assert.True(await force.Get<TurnOffSecondFactor>().HandleAsync(person, AccessForce.Password, AccessForce.Ct));
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("okafor")).Outcome);
    }

    private static async Task<SecondFactorOutcome> ShowAsync(AccessForce force, string code) =>
        (await force.Get<ShowSecondFactor>().HandleAsync((await force.SignInAsync("okafor")).Ticket, code, AccessForce.Desk, AccessForce.Ct)).Outcome;

    private static async Task<SecondFactorOutcome> RecoverAsync(AccessForce force, string code) =>
        (await force.Get<ShowRecoveryCode>().HandleAsync((await force.SignInAsync("okafor")).Ticket, code, AccessForce.Desk, AccessForce.Ct)).Outcome;
}
