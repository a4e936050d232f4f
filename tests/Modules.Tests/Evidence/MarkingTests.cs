using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Holding;
using PoliceSocial.Evidence.Marking;
using PoliceSocial.Evidence.Model;
using PoliceSocial.Modules.Tests.Inbox;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Evidence;

public sealed class MarkingTests
{
    private static readonly string[] Everything = [.. EvidencePermissions.All.Select(p => p.Key)];
    private static readonly Person Rees = TestForce.Staff(1, Everything);
    private static readonly Person Okafor = TestForce.Staff(2, Everything);

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Mark_GivesEachPersonTheirOwnNumbers(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var conversation = await force.ConversationAsync();
        var message = (await force.MessagesAsync()).Single();
        Assert.Equal(["SR/1", "SR/2", "AO/1"], new[]
        {
            await MarkAsync(force, Rees, "sr", ExhibitTarget.Conversation, conversation.Id, conversation.Id),
            await MarkAsync(force, Rees, "SR", ExhibitTarget.Message, conversation.Id, message.Id),
            await MarkAsync(force, Okafor, "AO", ExhibitTarget.Message, conversation.Id, message.Id),
        });
        Assert.Equal(3, (await force.Force.RaisedAsync("evidence")).OfType<ExhibitMarked>().Count());
        Assert.IsType<MarkOutcome.NotFound>(await force.Get<MarkExhibit>().HandleAsync(Rees, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Message, 42, "SR", "x", "CPIA 1996", true, null, true), Ct));
    }

    [Theory, Databases]
    public async Task Change_WhenSomebodyElseChangedItMeanwhile_ChangesNothing(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var conversation = await force.ConversationAsync();
        await MarkAsync(force, Rees, "SR", ExhibitTarget.Conversation, conversation.Id, conversation.Id);
        var exhibit = Assert.Single(await force.Get<ReadExhibits>().OfAsync([conversation.Id], Ct));
        Assert.Equal(ChangeExhibitOutcome.Done, await force.Get<ChangeExhibit>().HandleAsync(Okafor, new(exhibit.Id, exhibit.Version, true, "names a source", false), Ct));
        Assert.Equal(ChangeExhibitOutcome.ChangedMeanwhile, await force.Get<ChangeExhibit>().HandleAsync(Rees, new(exhibit.Id, exhibit.Version, false, null, false), Ct));
        var after = Assert.Single(await force.Get<ReadExhibits>().OfAsync([conversation.Id], Ct));
        Assert.Equal((true, "names a source", false), (after.Relevant, after.Sensitive, after.Used));
    }

    [Theory, Databases]
    public async Task Hold_HoldsUntilItIsEnded_AndEachIsOnRecord(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var conversation = await force.ConversationAsync();
        var hold = await force.Get<Holds>().PlaceAsync(Rees, new(SubjectKind.Conversation, conversation.Id, ExhibitTarget.Conversation, conversation.Id, "CPIA code 5.7"), Ct);
        Assert.Equal([conversation.Id], await force.Get<IHolds>().HeldAsync([conversation.Id, 42], Ct));
        Assert.True(await force.Get<Holds>().ReleaseAsync(Okafor, hold!.Value, "acquitted", Ct));
        Assert.False(await force.Get<Holds>().ReleaseAsync(Okafor, hold.Value, "again", Ct));
        Assert.Empty(await force.Get<IHolds>().HeldAsync([conversation.Id], Ct));
        Assert.Equal(["HoldPlaced", "HoldReleased"], (await force.Force.RaisedAsync("evidence")).Select(e => e.GetType().Name));
    }

    private static async Task<string> MarkAsync(InboxForce force, Person person, string initials, ExhibitTarget target, long conversation, long id)
    {
        var outcome = await force.Get<MarkExhibit>().HandleAsync(person, new(SubjectKind.Conversation, conversation, target, id, initials, "What was written", "CPIA 1996", true, null, true), Ct);
        return Assert.IsType<MarkOutcome.Marked>(outcome).Mark;
    }
}
