using Microsoft.AspNetCore.Http;
using PoliceSocial.Access;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Sessions;
using PoliceSocial.Access.SigningIn;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

/// <summary>What nobody sees while it works: old sessions, open streams, people added at the same moment.</summary>
public sealed class HousekeepingTests
{
    [Theory, Databases]
    public async Task ForgetSessions_DeletesWhatEndedLongAgo_AndPutsItOnRecord(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var old = (await force.SignInAsync("rees")).Session!;
        force.Force.Clock.Advance(TimeSpan.FromDays(60));
        var recent = (await force.SignInAsync("rees")).Session!;
        force.Force.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await force.Get<ForgetSessions>().HandleAsync(AccessForce.Ct));
        Assert.Equal(0, await force.Get<ForgetSessions>().HandleAsync(AccessForce.Ct));

        var store = force.Get<Store<AccessModule>>();
        Assert.Null(await store.FindAsync(SessionStatements.ById, new { id = old.Id }, AccessForce.Ct));
        Assert.NotNull(await store.FindAsync(SessionStatements.ById, new { id = recent.Id }, AccessForce.Ct));
        Assert.Equal(1, Assert.Single(await force.RaisedAsync<SessionsForgotten>()).Count);
    }

    [Theory, Databases]
    public async Task Again_ForAnOpenScreen_FollowsWhatThePersonMayDo_AndEndsWithTheSession(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var session = (await force.SignInAsync("rees")).Session!;
        var rees = await force.PersonAsync("rees", session.Id);
        var again = force.Get<ISignedIn>();
        Assert.True((await again.AgainAsync(rees, AccessForce.Ct))!.Grants.Allows("inbox.read"));

        var morgan = await force.PersonAsync("morgan");
        var held = Assert.Single(await force.Get<Store<AccessModule>>().QueryAsync(RoleStatements.AssignmentsOfPerson, new { personId = rees.Id }, AccessForce.Ct));
        Assert.Equal(GrantOutcome.Done, await force.Get<TakeRole>().HandleAsync(morgan, rees.Id, held.Id, AccessForce.Ct));
        Assert.False((await again.AgainAsync(rees, AccessForce.Ct))!.Grants.Allows("inbox.read"));

        Assert.True(await force.Get<EndSession>().RevokeAsync(morgan, rees.Id, session.Id, AccessForce.Ct));
        Assert.Null(await again.AgainAsync(rees, AccessForce.Ct));
    }

    [Theory, Databases]
    public async Task Again_ForAScreenThatIsLeftOpenAllNight_KeepsItsSessionAlive(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var session = (await force.SignInAsync("rees")).Session!;
        var rees = await force.PersonAsync("rees", session.Id);
        for (var hours = 0; hours < 11; hours++)
        {
            force.Force.Clock.Advance(TimeSpan.FromHours(1));
            Assert.NotNull(await force.Get<ISignedIn>().AgainAsync(rees, AccessForce.Ct));
        }

        force.Force.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await force.Get<ISignedIn>().AgainAsync(rees, AccessForce.Ct));
    }

    [Theory, Databases]
    public async Task AddPerson_ManyOfOneNameAtOnce_GivesEachAnotherNameToBeMentionedBy(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var accounts = force.Get<IAccounts>();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => accounts.AddPersonAsync($"sam@force{i}.example", $"Sam {i}", [], AccessForce.Ct))));

        Assert.All(answers, a => Assert.True(a.Done, a.Sentence));
        var mentions = await force.Get<Store<AccessModule>>().QueryAsync(PersonStatements.MentionsLike, new { start = "sam" }, AccessForce.Ct);
        Assert.Equal(["sam", "sam2", "sam3", "sam4", "sam5", "sam6", "sam7", "sam8"], mentions.Order(StringComparer.Ordinal));
    }

    [Theory, Databases]
    public async Task CommandLine_AddingSomebodyWithRolesThatExcludeEachOther_AddsNobody(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);

        var answer = await force.Get<IAccounts>().AddPersonAsync("both", "Both Hats", ["Administrator", "Analyst"], AccessForce.Ct);

        Assert.False(answer.Done);
        Assert.Contains("Nobody was added", answer.Sentence, StringComparison.Ordinal);
        Assert.Null(await force.Get<Store<AccessModule>>().FindAsync(PersonStatements.BySignInName, new { signInName = "both" }, AccessForce.Ct));
        Assert.True((await force.Get<IAccounts>().AddPersonAsync("both", "One Hat", ["Analyst"], AccessForce.Ct)).Done);
    }

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData(null, "unknown")]
    public void Address_HasOneSpelling(string? socket, string recorded)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = socket is null ? null : System.Net.IPAddress.Parse(socket);
        Assert.Equal(recorded, Visitor.Of(context).Address);
    }
}
