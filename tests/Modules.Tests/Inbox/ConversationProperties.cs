using FsCheck.Xunit;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>Whatever is done to conversations, in whatever order: no risk gets lost, and the counters are right.</summary>
public sealed class ConversationProperties
{
    private static readonly Person[] Desk = [InboxForce.Rees, InboxForce.Okafor];

    [Property(MaxTest = 3_000)]
    public void NoPath_TakesAFlaggedConversationOutOfRisk_UnlessItIsResolvedAndAcknowledged(byte[] path)
    {
        var (c, at, flagged) = (Given.Conversation(), TestForce.Start, false);
        foreach (var step in path)
        {
            at += TimeSpan.FromSeconds(1);
            flagged |= step % 12 == 1;
            c = Step(c, step, at);
            var resolved = c.State == ConversationState.Resolved;
            Assert.False(resolved && c.Alarms(), "It is resolved while it alarms.");
            Assert.Equal(flagged && !resolved, c.Queues().Contains(Queue.Risk));
            Assert.Single(c.Queues(), q => q is not (Queue.Risk or Queue.Unread));
            Assert.Equal(c.State == ConversationState.Unread, c.Queues().Contains(Queue.Unread));
            Assert.True(c.SnoozedUntil is null || (c.State == ConversationState.Waiting && c.FlaggedAt is null), "It is put off, and should not be.");
            Assert.Equal(c.HolderId is null, c.HeldSince is null);
        }
    }

    [Property(MaxTest = 12)]
    public async Task AfterAnyActs_TheCountersEqualARecount(byte[] acts)
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        var (n, text) = (0, new[] { "Good morning", "I want to die", "Cheers" });
        foreach (var act in acts.Prepend((byte)0).Take(60))
        {
            var ids = (await force.ConversationsAsync()).Select(c => c.Id).DefaultIfEmpty().ToList();
            var (id, person) = (ids[act % ids.Count], Desk[act % 2]);
            _ = (act % 8) switch
            {
                0 or 1 => await force.TakeOnAsync(act % 2 == 0 ? 100 : 200, Given.Item($"m{n++}", text[act % 3], $"a{act % 5}")) > 0,
                2 => await force.Get<ClaimConversation>().HandleAsync(person, id, InboxForce.Ct) is ChangeResult.Done,
                3 => await force.Get<PassConversation>().HandleAsync(person, new(id, (Passing)(1 + (act % 4)), 2, act % 3 == 0 ? 5 : null, "So"), InboxForce.Ct) is ChangeResult.Done,
                4 => await force.Get<MoveConversation>().HandleAsync(person, new(id, (ConversationState)(2 + (act % 3)), null), InboxForce.Ct) is ChangeResult.Done,
                5 => await force.Get<AcknowledgeFlag>().HandleAsync(person, id, InboxForce.Ct) is ChangeResult.Done,
                6 => await force.Get<PoliceSocial.Inbox.Reading.ReadConversation>().HandleAsync(person, id, InboxForce.Ct) is not null,
                _ => (await force.Get<MoveSeveral>().HandleAsync(person, ids, ConversationState.Resolved, InboxForce.Ct)).Moved.Count > 0,
            };
            await PageTests.CountersEqualARecountAsync(force);
        }
    }

    private static ConversationRow Step(ConversationRow c, byte step, DateTimeOffset at)
    {
        var person = Desk[step / 12 % 2];
        return (step % 12) switch
        {
            0 => c.Arrived(),
            1 => c.Arrived().Flagged(at, "{}"),
            2 => c.Seen(at),
            3 => After(ClaimConversation.Decide(c, person, at), c),
            4 => After(AcknowledgeFlag.Decide(c, person, at), c),
            5 => After(MoveConversation.Decide(c, person, new(1, ConversationState.Resolved, null)), c),
            6 => After(MoveConversation.Decide(c, person, new(1, ConversationState.Waiting, null)), c),
            7 => After(MoveConversation.Decide(c, person, new(1, ConversationState.Waiting, at.AddHours(1))), c),
            8 => After(MoveConversation.Decide(c, person, new(1, ConversationState.Open, null)), c),
            9 => c.SnoozedUntil is null ? c : c.Moved(ConversationState.Unread),
            10 => After(PassConversation.Decide(c, person, new(1, (Passing)(1 + (step % 4)), 2, null, "So"), at), c),
            _ => After(PassConversation.Decide(c, person, new(1, Passing.Released, null, null, null), at), c),
        };
    }

    private static ConversationRow After(Decision decision, ConversationRow c) => decision is Decision.Change change ? change.After : c;
}
