using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Contacts;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Inbox.Contacts.Overseeing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class LookTests
{
    private static readonly AskCommand Because = new(LookPolicy.Shipped.Purposes[0], "Case 12", LookBasis.Contact, Because: "she wrote again today");

    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task History_AsksWhatFor_OfTheForcesListOrInWords(Dialect dialect)
    {
        await using var force = await AskingAsync(dialect);
        var id = (await force.ConversationAsync()).ContactId;
        var asks = Assert.IsType<LookResult.Asks>(await force.Get<ReadContact>().HandleAsync(InboxForce.Rees, id, Ct));
        Assert.Equal((true, false), (asks.Questions.Purpose, asks.Questions.Authority));
        Assert.Equal("Purpose", Assert.Single(await RefusedAsync(force, id, new())).PropertyName);
        Assert.Equal("Purpose", Assert.Single(await RefusedAsync(force, id, new("Curious"))).PropertyName);
        Assert.Equal("Details", Assert.Single(await RefusedAsync(force, id, new(AskCommand.Other, " "))).PropertyName);
        Assert.Empty(await force.RaisedAsync<ContactHistoryViewed>());

        Assert.IsType<LookResult.Granted>(await AskAsync(force, InboxForce.Rees, id, new(AskCommand.Other, " A lost purse ")));
        Assert.IsType<LookResult.Shown>(await force.Get<ReadContact>().HandleAsync(InboxForce.Rees, id, Ct));
        Assert.IsType<LookResult.Asks>(await force.Get<ReadContact>().HandleAsync(InboxForce.Okafor, id, Ct));
        Assert.Equal(new ContactLookCounted(id, (await LooksAsync(force, id))[0].Id, "NotAsked", 1, 1), Assert.Single(await force.RaisedAsync<ContactLookCounted>()));
        Assert.Single(await force.RaisedAsync<ContactHistoryViewed>());
        Assert.Equal("A lost purse", Assert.Single(await LooksAsync(force, id)).Purpose);
    }

    [Theory, Databases]
    public async Task History_WhereNoChannelAsks_IsCountedAllTheSame_AndComingBackIsTheSameLook(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var id = (await force.ConversationAsync()).ContactId;
        for (var i = 0; i < 3; i++)
        {
            Assert.IsType<LookResult.Shown>(await force.Get<ReadContact>().HandleAsync(InboxForce.Rees, id, Ct));
            force.Force.Clock.Advance(LookBook.Sitting * 2 / 3);
        }

        Assert.Equal([1, 2], (await force.RaisedAsync<ContactLookCounted>()).Select(e => e.Own));
        Assert.Equal(3, (await force.RaisedAsync<ContactHistoryViewed>()).Count);
    }

    [Theory, Databases]
    public async Task History_OpenedAgainAndAgain_AsksForAuthority_UntilTheDaysArePast(Dialect dialect)
    {
        await using var force = await AskingAsync(dialect);
        var id = (await force.ConversationAsync()).ContactId;
        for (var i = 0; i < LookPolicy.Shipped.ByOne; i++)
            await LookAsync(force, InboxForce.Rees, id);

        Assert.Equal("Basis", Assert.Single(await RefusedAsync(force, id, Because with { Basis = LookBasis.NotAsked })).PropertyName);
        Assert.Equal("Because", Assert.Single(await RefusedAsync(force, id, Because with { Because = " " })).PropertyName);
        Assert.Equal("Reference", Assert.Single(await RefusedAsync(force, id, Because with { Basis = LookBasis.Authority })).PropertyName);
        Assert.IsType<LookResult.Granted>(await AskAsync(force, InboxForce.Rees, id, Because));
        var told = (await force.RaisedAsync<ContactLookCounted>())[^1];
        Assert.Equal(("Contact", 4, 4), (told.Basis, told.Own, told.All));
        Assert.Equal("she wrote again today", (await LooksAsync(force, id))[0].Grounds);

        // Another person is not asked yet, and nobody is when the days are past.
        await LookAsync(force, InboxForce.Okafor, id);
        force.Force.Clock.Advance(TimeSpan.FromDays(LookPolicy.Shipped.WindowDays + 1));
        await LookAsync(force, InboxForce.Rees, id);
    }

    [Theory, Databases]
    public async Task History_OpenedByManyColleagues_AsksTheNextOneForAuthority(Dialect dialect)
    {
        await using var force = await AskingAsync(dialect);
        var id = (await force.ConversationAsync()).ContactId;
        for (var i = 0; i < LookPolicy.Shipped.ByForce; i++)
            await LookAsync(force, TestForce.Staff(10 + i, InboxPermissions.Read), id);

        var asks = Assert.IsType<LookResult.Asks>(await force.Get<ReadContact>().HandleAsync(InboxForce.Rees, id, Ct));
        Assert.Equal((true, new LookCounts(0, 8)), (asks.Questions.Authority, asks.Questions.Before));
    }

    [Theory, Databases]
    public async Task RepeatedLooks_AreListedWithoutNames_AndReferredWithANote(Dialect dialect)
    {
        await using var force = await AskingAsync(dialect);
        var often = (await force.ConversationAsync(author: "wren")).ContactId;
        var once = (await force.ConversationAsync(author: "finch")).ContactId;
        await LookAsync(force, InboxForce.Rees, once);
        for (var i = 0; i < LookPolicy.Shipped.ByOne; i++)
            await LookAsync(force, InboxForce.Rees, often);
        Assert.IsType<LookResult.Granted>(await AskAsync(force, InboxForce.Rees, often, Because with { Basis = LookBasis.Authority, Reference = "DSA/12/26" }));
        var coordinator = TestForce.Staff(9, InboxPermissions.OverseeLooks);
        var read = force.Get<ReadLooks>();

        var row = Assert.Single((await read.ListAsync(coordinator, Ct)).Contacts);
        Assert.Equal((often, 4, 1, 1, 0), (row.ContactId, row.Looks, row.Viewers, row.Authorised, row.AsContact));
        Assert.True(await force.Get<ReferLooks>().HandleAsync(coordinator, new(often, " Ask her sergeant "), Ct));
        Assert.False(await force.Get<ReferLooks>().HandleAsync(coordinator, new(4_711, "Nobody"), Ct));
        Assert.False(new ReferValidator().Validate(new ReferCommand(often, "")).IsValid);
        var one = await read.OfAsync(coordinator, often, Ct);
        Assert.Equal(("Ask her sergeant", 4, "DSA/12/26"), (Assert.Single(one!.Referrals).Note, one.Looks.Count, one.Looks[0].Grounds));
        Assert.Null(await read.OfAsync(coordinator, 4_711, Ct));
        Assert.Contains(often, (await read.ListAsync(coordinator, Ct)).Referred);
        Assert.Equal((often, 4), Assert.Single((await force.RaisedAsync<LooksReferred>()).Select(e => (e.ContactId, e.Looks))));
        Assert.Equal([often], (await force.RaisedAsync<RepeatedLooksListed>())[0].Contacts);
    }

    [Theory, Databases]
    public async Task Policy_IsTheForcesOwn_AndOneOfTwoWhoChangeItAtOnceIsTold(Dialect dialect)
    {
        await using var force = await AskingAsync(dialect);
        var id = (await force.ConversationAsync()).ContactId;
        var change = force.Get<ChangeLookPolicy>();
        Assert.True(await change.HandleAsync(InboxForce.Okafor, new(["A report"], 7, 1, 5, 0), Ct));
        Assert.False(await change.HandleAsync(InboxForce.Rees, new(["Another"], 7, 1, 5, 0), Ct));
        Assert.True(await change.HandleAsync(InboxForce.Okafor, new(["A report", "A check"], 7, 1, 5, 1), Ct));
        Assert.Equal(2, (await force.RaisedAsync<LookPolicyChanged>()).Count);

        Assert.IsType<LookResult.Granted>(await AskAsync(force, InboxForce.Rees, id, new("A check")));
        force.Force.Clock.Advance(LookBook.Sitting * 2);
        Assert.True(Assert.IsType<LookResult.Asks>(await force.Get<ReadContact>().HandleAsync(InboxForce.Rees, id, Ct)).Questions.Authority);
    }

    [Fact]
    public void Policy_ThatMakesNoSense_IsRefusedInTheForm()
    {
        var validator = new LookPolicyValidator();
        Assert.True(validator.Validate(LookPolicy.Shipped).IsValid);
        Assert.False(validator.Validate(LookPolicy.Shipped with { Purposes = [] }).IsValid);
        Assert.False(validator.Validate(LookPolicy.Shipped with { Purposes = [new string('x', 201)] }).IsValid);
        Assert.False(validator.Validate(LookPolicy.Shipped with { WindowDays = 0 }).IsValid);
        Assert.False(validator.Validate(LookPolicy.Shipped with { ByOne = 0 }).IsValid);
        Assert.False(validator.Validate(LookPolicy.Shipped with { ByForce = 0 }).IsValid);
    }

    /// <summary>A force whose channel asks what for.</summary>
    private static async Task<InboxForce> AskingAsync(Dialect dialect)
    {
        var force = await InboxForce.OpenAsync(dialect);
        force.Channels[100] = force.Channels[100] with { PurposeNeeded = true };
        return force;
    }

    private static Task<LookResult> AskAsync(InboxForce force, Person person, long contactId, AskCommand said) =>
        force.Get<AskForHistory>().HandleAsync(person, contactId, said, Ct);

    private static async Task<IReadOnlyList<FluentValidation.Results.ValidationFailure>> RefusedAsync(InboxForce force, long contactId, AskCommand said) =>
        Assert.IsType<LookResult.Asks>(await AskAsync(force, InboxForce.Rees, contactId, said)).Problems;

    /// <summary>A look that only asks what for, in a sitting of its own.</summary>
    private static async Task LookAsync(InboxForce force, Person person, long contactId)
    {
        Assert.IsType<LookResult.Granted>(await AskAsync(force, person, contactId, new(LookPolicy.Shipped.Purposes[0])));
        force.Force.Clock.Advance(LookBook.Sitting * 2);
    }

    private static Task<IReadOnlyList<LookRow>> LooksAsync(InboxForce force, long contactId) =>
        force.Store.QueryAsync(LooksStatements.AtContact, new { contactId, take = 50 }, Ct);
}
