using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class SignInTests
{
    [Theory, Databases]
    public async Task SignIn_WithTheRightPassword_BeginsASessionAndIsRecorded(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var answer = await force.SignInAsync(" Rees ");
        Assert.Equal(SignInOutcome.SignedIn, answer.Outcome);
        Assert.NotNull(await force.Get<SessionCheck>().FindAsync(answer.Session!.Id, answer.Session.Secret, AccessForce.Ct));
        Assert.Null(await force.Get<SessionCheck>().FindAsync(answer.Session.Id, answer.Session.Secret + "x", AccessForce.Ct));
        var signedIn = Assert.Single(await force.RaisedAsync<SignInSucceeded>());
        Assert.Equal((answer.Session.Id, false), (signedIn.SessionId, signedIn.SecondFactor));
    }

    [Theory, Databases]
    public async Task SignIn_AfterFiveWrongPasswords_IsRefusedEvenWithTheRightOneUntilTheLockoutEnds(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        for (var i = 0; i < 5; i++)
            Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("rees", "not the password")).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("rees")).Outcome);
        Assert.Single(await force.RaisedAsync<PersonLockedOut>());
        Assert.Equal(SignInFailure.LockedOut, (await force.RaisedAsync<SignInFailed>())[^1].Why);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees")).Outcome);
    }

    [Theory, Databases]
    public async Task SignIn_FailingManyTimesAtOnce_CountsEachOfThem(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => force.SignInAsync("rees", "not the password"))));
        Assert.Equal(4, (await force.RowAsync("rees")).FailedSignIns);
    }

    [Theory, Databases]
    public async Task SignIn_OfALockedOutPerson_IsPossibleOnceAnAdministratorUnlocksThem(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        for (var i = 0; i < 5; i++)
            await force.SignInAsync("rees", "not the password");
        var (admin, rees) = (await force.PersonAsync("morgan"), await force.RowAsync("rees"));
        Assert.True(await force.Get<UnlockPerson>().HandleAsync(admin, rees.Id, AccessForce.Ct));
        Assert.False(await force.Get<UnlockPerson>().HandleAsync(admin, rees.Id, AccessForce.Ct));
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees")).Outcome);
    }

    [Theory, Databases]
    public async Task SignIn_OfSomebodyUnknown_HashesAsOftenAndSaysTheSameAsAWrongPassword(Dialect dialect)
    {
        var hasher = new CountingHasher();
        await using var force = await AccessForce.OpenAsync(dialect, s => s.AddSingleton<IPasswordHasher<Account>>(hasher));
        await force.SignInAsync("nobody", "whatever it was");
        hasher.Verified = 0;
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("nobody", "whatever it was")).Outcome);
        Assert.Equal(1, hasher.Verified);
        Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync("rees", "whatever it was")).Outcome);
        Assert.Equal(2, hasher.Verified);
        Assert.Null((await force.RaisedAsync<SignInFailed>())[0].PersonId);
    }

    [Theory, Databases]
    public async Task SignIn_FromAnAddressThatGuessesOverManyNames_IsStoppedAndRecordedOnce(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        for (var i = 0; i < 30; i++)
            Assert.Equal(SignInOutcome.Refused, (await force.SignInAsync($"guess{i}", "whatever it was")).Outcome);
        for (var i = 0; i < 3; i++)
            Assert.Equal(SignInOutcome.TooMany, (await force.SignInAsync("rees")).Outcome);
        Assert.Single(await force.RaisedAsync<SignInFailed>(), f => f.Why == SignInFailure.TooManyFromAddress);
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees", address: "198.51.100.4")).Outcome);
        force.Force.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees")).Outcome);
    }

    [Theory, Databases]
    public async Task SignIn_WithAPasswordHashedWithLessStrength_HashesItAnew(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var before = (await force.RowAsync("rees")).PasswordHash;
        await using var stronger = force.Force.Services.CreateAsyncScope();
        var hasher = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 2_000 }));
        var signIn = ActivatorUtilities.CreateInstance<SignIn>(
            stronger.ServiceProvider, hasher, ActivatorUtilities.CreateInstance<RehashPassword>(stronger.ServiceProvider, hasher));
        Assert.Equal(SignInOutcome.SignedIn, (await signIn.HandleAsync(new("rees", AccessForce.Password), AccessForce.Desk, AccessForce.Ct)).Outcome);
        Assert.NotEqual(before, (await force.RowAsync("rees")).PasswordHash);
        Assert.Single(await force.RaisedAsync<PasswordRehashed>());
        Assert.Equal(SignInOutcome.SignedIn, (await force.SignInAsync("rees")).Outcome);
    }

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

        public int Verified { get; set; }

        public string HashPassword(Account user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
