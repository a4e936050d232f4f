using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox;
using PoliceSocial.Inbox.Contacts.Merging;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class MergingTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Contacts_AreOnePersonByDecision_AndPartedExactly(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (a, b, c) = await ThreeAsync(force);
        Assert.Equal(MergeOutcome.Merged, await MergeAsync(force, b, a));
        Assert.Equal(MergeOutcome.Merged, await MergeAsync(force, b, c));
        Assert.Equal(MergeOutcome.OneAlready, await MergeAsync(force, a, c));
        Assert.Equal([b, c], await OthersAsync(force, a));
        Assert.Equal([a, b], await OthersAsync(force, c));

        var decisions = (await force.Get<OnePerson>().OfAsync(InboxForce.Rees, a, Ct))!.Decisions;
        Assert.Equal([(a, b), (b, c)], decisions.Select(d => (d.FirstId, d.SecondId)));
        Assert.Equal(PartOutcome.NeedsReason, await PartAsync(force, decisions[0].Id, " "));
        Assert.Equal(PartOutcome.Parted, await PartAsync(force, decisions[0].Id, "They are brothers"));
        Assert.Equal(PartOutcome.PartedAlready, await PartAsync(force, decisions[0].Id, "They are brothers"));
        Assert.Empty(await OthersAsync(force, a));
        Assert.Equal([c], await OthersAsync(force, b));
        var parted = Assert.Single((await force.Get<OnePerson>().OfAsync(InboxForce.Rees, a, Ct))!.Decisions);
        Assert.Equal(("Both sent the same photo", "They are brothers"), (parted.Reason, parted.PartedReason));

        Assert.Equal(MergeOutcome.Merged, await MergeAsync(force, a, b));
        Assert.Equal([b, c], await OthersAsync(force, a));
        var raised = await force.Force.RaisedAsync("inbox");
        Assert.Equal(3, raised.OfType<ContactsMerged>().Count());
        Assert.Equal((a, b), Assert.Single(raised.OfType<ContactsParted>().Select(e => (e.FirstId, e.SecondId))));
    }

    [Theory, Databases]
    public async Task Merging_NeedsThePermission_AndSightOfBoth(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (a, b, _) = await ThreeAsync(force);
        var merges = force.Get<MergeContacts>();
        Assert.Equal(MergeOutcome.NotAllowed, await merges.HandleAsync(TestForce.Staff(3, InboxPermissions.Read), new(a, b, "Same photo"), Ct));
        var onOther = new Person(4, "Officer 4", 40, "127.0.0.1", new([(InboxPermissions.Read, Reach.Only([200], [])), (InboxPermissions.MergeContacts, Reach.All)]));
        Assert.Equal(MergeOutcome.NotFound, await merges.HandleAsync(onOther, new(a, b, "Same photo"), Ct));
        Assert.Null(await force.Get<OnePerson>().OfAsync(onOther, a, Ct));
        Assert.Empty((await force.Force.RaisedAsync("inbox")).OfType<ContactsMerged>());
    }

    [Theory, Databases]
    public async Task Contact_IsFoundByItsExactHandle_AndThatIsRecorded(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var (a, b, _) = await ThreeAsync(force);
        var handle = (await force.Get<OnePerson>().SeenAsync(InboxForce.Rees, [b], Ct))[0].Handle;
        Assert.Equal([b], (await force.Get<FindContacts>().HandleAsync(InboxForce.Rees, a, $"@{handle}", Ct)).Select(c => c.Id));
        Assert.Empty(await force.Get<FindContacts>().HandleAsync(InboxForce.Rees, a, handle[..^1], Ct));
        Assert.Equal([1, 0], (await force.Force.RaisedAsync("inbox")).OfType<ContactsSearched>().Select(e => e.Found.Count));
    }

    [Theory, Databases]
    public async Task Conversation_IsFoundForAnIncident_AndTheSearchIsRecorded(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var wanted = await force.ConversationAsync("A green coat by the canal", "wren");
        await force.ConversationAsync("Where can I hand in a purse?", "finch");
        var found = Assert.Single(await force.Get<IFindConversations>().FindAsync(InboxForce.Rees, "green canal", 20, Ct));
        Assert.Equal((wanted.Id, "A green coat by the canal"), (found.Id, found.Excerpt));
        Assert.Equal([wanted.Id], Assert.Single((await force.Force.RaisedAsync("inbox")).OfType<MessagesSearched>()).Found);
        Assert.Empty(await force.Get<IFindConversations>().FindAsync(TestForce.Staff(9), "green canal", 20, Ct));
    }

    [Fact]
    public void Command_NeedsAReasonAndAnotherContact()
    {
        var rules = new MergeValidator();
        Assert.False(rules.Validate(new MergeCommand(1, 1, "Same")).IsValid);
        Assert.False(rules.Validate(new MergeCommand(1, null, "Same")).IsValid);
        Assert.False(rules.Validate(new MergeCommand(1, 2, " ")).IsValid);
        Assert.True(rules.Validate(new MergeCommand(1, 2, "Same")).IsValid);
    }

    private static async Task<(long A, long B, long C)> ThreeAsync(InboxForce force)
    {
        var ids = new List<long>();
        foreach (var author in new[] { "wren", "finch", "robin" })
            ids.Add((await force.ConversationAsync($"It is {author}", author)).ContactId);
        ids.Sort();
        return (ids[0], ids[1], ids[2]);
    }

    private static Task<MergeOutcome> MergeAsync(InboxForce force, long contact, long other) =>
        force.Get<MergeContacts>().HandleAsync(InboxForce.Rees, new(contact, other, "Both sent the same photo"), Ct);

    private static Task<PartOutcome> PartAsync(InboxForce force, long merging, string reason) =>
        force.Get<PartContacts>().HandleAsync(InboxForce.Rees, merging, reason, Ct);

    private static async Task<IEnumerable<long>> OthersAsync(InboxForce force, long contact) =>
        (await force.Get<OnePerson>().OfAsync(InboxForce.Rees, contact, Ct))!.Others.Select(o => o.Id);
}
