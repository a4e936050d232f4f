using PoliceSocial.Access;
using PoliceSocial.Access.People;
using PoliceSocial.Access.Roles;
using PoliceSocial.Access.Roster;
using PoliceSocial.Access.Teams;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Access;

public sealed class GrantTests
{
    [Theory, Databases]
    public async Task Take_OfTheLastAdministratorsRole_IsRefusedWhoeverAsks(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var morgan = await force.PersonAsync("morgan");
        var held = Assert.Single(await HeldAsync(force, morgan.Id));
        Assert.Equal(GrantOutcome.LastAdministrator, await force.Get<TakeRole>().HandleAsync(morgan, morgan.Id, held.Id, AccessForce.Ct));
        Assert.Equal(GrantOutcome.LastAdministrator, await force.Get<RetireRole>().HandleAsync(morgan, held.RoleId, 1, AccessForce.Ct));
        Assert.Equal(GrantOutcome.LastAdministrator, await force.Get<ChangeRole>().HandleAsync(
            morgan, held.RoleId, 1, new("Administrator", "", true, [AccessPermissions.ManagePeople]), AccessForce.Ct));
        var byCommandLine = force.Get<ActFactory>().By(await force.PersonAsync("okafor"), DisablePerson.Kind);
        Assert.Equal(GrantOutcome.LastAdministrator, await force.Get<DisablePerson>().HandleAsync(byCommandLine, morgan.Id, "x", AccessForce.Ct));
        Assert.Single(await HeldAsync(force, morgan.Id));
        Assert.Empty(await force.RaisedAsync<RoleTaken>());
    }

    [Theory, Databases]
    public async Task Give_ToOneself_IsRefusedUnlessNobodyElseCould(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (morgan, author) = (await force.PersonAsync("morgan"), await force.RoleAsync("Communications author"));
        Assert.Equal(GrantOutcome.Done, await GiveAsync(force, morgan, morgan.Id, author));
        Assert.Equal(GrantOutcome.Done, await GiveAsync(force, morgan, (await force.RowAsync("moss")).Id, await force.RoleAsync("Administrator")));
        var second = Assert.Single(await HeldAsync(force, morgan.Id), h => h.RoleId == author);
        Assert.Equal(GrantOutcome.OwnGrants, await force.Get<TakeRole>().HandleAsync(morgan, morgan.Id, second.Id, AccessForce.Ct));
        Assert.Equal(GrantOutcome.OwnGrants, await GiveAsync(force, morgan, morgan.Id, await force.RoleAsync("Content editor")));
        Assert.Equal(GrantOutcome.OwnGrants, await force.Get<ChangeRole>().HandleAsync(morgan, author, 1, new("Author", "", false, []), AccessForce.Ct));
        Assert.Equal(GrantOutcome.Done, await force.Get<TakeRole>().HandleAsync(await force.PersonAsync("moss"), morgan.Id, second.Id, AccessForce.Ct));
    }

    [Theory, Databases]
    public async Task Administrator_ManagesPeopleAndReadsNoConversations(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var morgan = await force.PersonAsync("morgan");
        Assert.True(morgan.Grants.Allows(AccessPermissions.ManagePeople));
        Assert.DoesNotContain(force.Get<RoleTemplates>().Find("administrator")!.Permissions, p => p.StartsWith("inbox.", StringComparison.Ordinal) && p != "inbox.manage-rules");
        Assert.Equal(GrantOutcome.AdministratorReadsConversations, await GiveAsync(force, morgan, morgan.Id, await force.RoleAsync("Analyst")));
        Assert.Equal(GrantOutcome.AdministratorReadsConversations, await GiveAsync(
            force, morgan, (await force.RowAsync("rees")).Id, await force.RoleAsync("Administrator")));
        Assert.Equal(GrantOutcome.AdministratorReadsConversations, await force.Get<ChangeRole>().HandleAsync(
            morgan, await force.RoleAsync("Administrator"), 1, new("Administrator", "", true, [.. AccessPermissions.All.Select(p => p.Key), "inbox.read"]), AccessForce.Ct));
    }

    [Theory, Databases]
    public async Task Auditor_ReadsTheLedgerAndChangesNothing(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (morgan, whitlock) = (await force.PersonAsync("morgan"), await force.RowAsync("whitlock"));
        Assert.Equal(["audit.read", "audit.verify"], force.Get<RoleTemplates>().Find("auditor")!.Permissions);
        foreach (var role in new[] { "Digital desk operator", "Content editor", "Evidence officer", "Administrator" })
            Assert.Equal(GrantOutcome.AuditorChangesThings, await GiveAsync(force, morgan, whitlock.Id, await force.RoleAsync(role)));
        Assert.Equal(GrantOutcome.Done, await GiveAsync(force, morgan, whitlock.Id, await force.RoleAsync("Analyst")));
    }

    [Theory, Databases]
    public async Task Give_ByOneWhoManagesOnlyPeople_IsRefusedAndSoIsResettingAnAdministrator(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var clerk = TestForce.Staff(7, AccessPermissions.ManagePeople);
        var morgan = await force.RowAsync("morgan");
        Assert.Equal(GrantOutcome.NotAllowed, await GiveAsync(force, clerk, (await force.RowAsync("moss")).Id, await force.RoleAsync("Administrator")));
        Assert.Equal(GrantOutcome.NotAllowed, (await force.Get<ResetPerson>().HandleAsync(clerk, morgan.Id, AccessForce.Ct)).Outcome);
        Assert.Equal(GrantOutcome.Done, (await force.Get<ResetPerson>().HandleAsync(clerk, (await force.RowAsync("moss")).Id, AccessForce.Ct)).Outcome);
    }

    [Theory, Databases]
    public async Task Change_OfARoleThatSomebodyElseChangedMeanwhile_IsRefused(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (morgan, role) = (await force.PersonAsync("morgan"), await force.RoleAsync("Analyst"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => force.Get<ChangeRole>().HandleAsync(
            morgan, role, 1, new("Analyst", $"Version {i}", false, ["insight.read", "audit.verify"]), AccessForce.Ct))));
        Assert.Single(outcomes, GrantOutcome.Done);
        Assert.Equal(3, outcomes.Count(o => o == GrantOutcome.ChangedMeanwhile));
        var changed = Assert.Single(await force.RaisedAsync<RoleChanged>());
        Assert.Equal(["audit.verify"], changed.Given);
    }

    [Theory, Databases]
    public async Task TwoAdministratorsDisablingEachOtherAtOnce_LeaveOne(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var morgan = await force.PersonAsync("morgan");
        await GiveAsync(force, morgan, (await force.RowAsync("moss")).Id, await force.RoleAsync("Administrator"));
        var moss = await force.PersonAsync("moss");
        var outcomes = await Task.WhenAll(new[] { (morgan, moss), (moss, morgan) }.Select(p => Task.Run(() => force.Get<DisablePerson>().HandleAsync(
            force.Get<ActFactory>().By(p.Item1, DisablePerson.Kind), p.Item2.Id, "In the way", AccessForce.Ct))));
        Assert.Equal([GrantOutcome.Done, GrantOutcome.LastAdministrator], outcomes.Order());
    }

    [Fact]
    public void Grants_OfARoleLimitedToATeam_ReachItsChannelsAndGiveNothingThatCannotBeLimited()
    {
        var known = new Dictionary<string, Permission>(StringComparer.Ordinal)
        {
            ["inbox.read"] = new("inbox.read", "Read", Scoped: true),
            ["plugins.manage"] = new("plugins.manage", "Manage plugins"),
        };
        var permissions = new[] { "inbox.read", "plugins.manage", "incidents.read" }.ToLookup(_ => 1L);
        var reaches = new[] { Reach(1, ReachKind.Channel, 10), Reach(1, ReachKind.Team, 20) }.ToLookup(r => r.AssignmentId);
        var calculation = new GrantCalculation(known, permissions, reaches, new[] { 11L, 12L }.ToLookup(_ => 20L));
        var limited = calculation.Of(Somebody(PersonState.Active), [Held(everywhere: false)]).Grants;
        Assert.Equal(["inbox.read"], limited.Permissions);
        Assert.Equal([true, true, true, false], new[] { 10L, 11, 12, 13 }.Select(c => limited.Allows("inbox.read", c, teamId: null)));
        Assert.True(limited.Allows("inbox.read", 13, teamId: 20));
        Assert.Equal(["inbox.read", "plugins.manage"], calculation.Of(Somebody(PersonState.Active), [Held(everywhere: true)]).Grants.Permissions.Order());
        Assert.Empty(calculation.Of(Somebody(PersonState.Disabled), [Held(everywhere: true)]).Grants.Permissions);
    }

    [Theory, Databases]
    public async Task Give_LimitedToATeam_IsStoredAndEndsWithTheTeam(Dialect dialect)
    {
        await using var force = await AccessForce.OpenAsync(dialect);
        var (morgan, moss) = (await force.PersonAsync("morgan"), await force.RowAsync("moss"));
        var (_, team) = await force.Get<AddTeam>().HandleAsync(morgan, "North", AccessForce.Ct);
        Assert.Equal(GrantOutcome.Done, await force.Get<ChangeTeam>().HandleAsync(morgan, new(team, 1, "North", [moss.Id], [5, 6]), AccessForce.Ct));
        var role = await force.RoleAsync("Digital desk operator");
        Assert.Equal(GrantOutcome.NothingChosen, await force.Get<GiveRole>().HandleAsync(morgan, new(moss.Id, role, false, [], []), AccessForce.Ct));
        Assert.Equal(GrantOutcome.Done, await force.Get<GiveRole>().HandleAsync(morgan, new(moss.Id, role, false, [4], [team]), AccessForce.Ct));
        Assert.Equal(GrantOutcome.AlreadyHeld, await GiveAsync(force, morgan, moss.Id, role));
        Assert.Equal([(ReachKind.Channel, 4L), (ReachKind.Team, team)], (await ReachesAsync(force, moss.Id)).Select(r => (r.Kind, r.ReachId)).Order());
        foreach (var (channel, lies, may) in new[] { (4L, (long?)null, true), (9, null, false), (9, team, true), (9, team + 1, false) })
            Assert.Equal(may, (await force.Get<IPeople>().WhoMayAsync("inbox.reply", channel, lies, AccessForce.Ct)).Any(p => p.Id == moss.Id));
        Assert.Equal(GrantOutcome.Done, await force.Get<CloseTeam>().HandleAsync(morgan, team, 2, AccessForce.Ct));
        Assert.Equal([(ReachKind.Channel, 4L)], (await ReachesAsync(force, moss.Id)).Select(r => (r.Kind, r.ReachId)));
        Assert.Empty(await force.Get<IPeople>().TeamsAsync(AccessForce.Ct));
    }

    private static Task<IReadOnlyList<ReachRow>> ReachesAsync(AccessForce force, long personId) =>
        force.Get<Store<AccessModule>>().QueryAsync(RoleStatements.ReachesOfPerson, new { personId }, AccessForce.Ct);

    private static Task<IReadOnlyList<AssignmentRow>> HeldAsync(AccessForce force, long personId) =>
        force.Get<Store<AccessModule>>().QueryAsync(RoleStatements.AssignmentsOfPerson, new { personId }, AccessForce.Ct);

    private static Task<GrantOutcome> GiveAsync(AccessForce force, Person asker, long personId, long roleId) =>
        force.Get<GiveRole>().HandleAsync(asker, GiveRoleCommand.HoldingEverywhere(personId, roleId), AccessForce.Ct);

    private static ReachRow Reach(long assignmentId, ReachKind kind, long id) => new() { AssignmentId = assignmentId, Kind = kind, ReachId = id };

    private static HeldRoleRow Held(bool everywhere) => new() { AssignmentId = 1, PersonId = 1, RoleId = 1, Everywhere = everywhere, SecondFactor = false };

    private static MemberRow Somebody(PersonState state) => new()
    {
        Id = 1,
        SignInName = "somebody",
        Name = "Somebody",
        Mention = "somebody",
        State = state,
        SecondFactor = false,
    };
}
