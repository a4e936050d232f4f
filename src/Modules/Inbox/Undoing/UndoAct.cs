using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Undoing;

/// <summary>What came of undoing an act.</summary>
/// <param name="Undone">The conversations that are as they were.</param>
/// <param name="Kept">Those that stay as they are, each with why.</param>
internal sealed record UndoResult(IReadOnlyList<long> Undone, IReadOnlyList<(long Id, string Why)> Kept);

/// <summary>
/// Somebody takes back what they just did to one conversation or to many at once. Each is put back as it was, unless something came
/// in between; the ledger keeps both, the act and its undoing.
/// </summary>
internal sealed class UndoAct(Store<InboxModule> store, ConversationDesk desk, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.undo");

    /// <summary>Undoes an act of this person; null where they did nothing by that id that can be undone.</summary>
    public async Task<UndoResult?> HandleAsync(Person person, long actId, CancellationToken ct)
    {
        var steps = await store.QueryAsync(UndoBook.OfAct, new { actId, personId = person.Id }, ct);
        if (steps.Count == 0)
            return null;
        var act = acts.By(person, Kind);
        var (undone, kept) = (new List<long>(), new List<(long, string)>());
        foreach (var step in steps)
        {
            switch (await UndoAsync(act, person, step, ct))
            {
                case ChangeResult.Done:
                    undone.Add(step.ConversationId);
                    break;
                case ChangeResult.Refused refused:
                    kept.Add((step.ConversationId, refused.Why));
                    break;
                case ChangeResult.NotAllowed or ChangeResult.NotFound:
                    kept.Add((step.ConversationId, "You may not change it any more."));
                    break;
            }
        }

        return new(undone, kept);
    }

    private Task<ChangeResult> UndoAsync(Act act, Person person, UndoStepRow step, CancellationToken ct) => desk.ChangeAsync(
        act, person, step.Deed.Permission(), step.ConversationId, (session, c) => DecideAsync(session, c, step, ct),
        async (session, before, after) =>
        {
            await session.ExecuteAsync(UndoBook.MarkUndone, new { actId = step.ActId, conversationId = step.ConversationId, at = act.At }, ct);
            await PutTagsBackAsync(session, step, ct);
            session.Raise(UndoRules.Change(step, before, after));
        }, ct);

    private static async Task<Decision> DecideAsync(Session session, ConversationRow c, UndoStepRow step, CancellationToken ct)
    {
        // Read again in this session: two tabs may undo the same at once.
        var now = (await session.QueryAsync(UndoBook.OfAct, new { actId = step.ActId, personId = step.PersonId }, ct))
            .FirstOrDefault(s => s.ConversationId == step.ConversationId);
        if (now is null)
            return new Decision.Refuse("It was done too long ago. Nothing was changed: change the conversation itself.");
        var since = await session.FindAsync(
            UndoBook.DoneSince, new { conversationId = c.Id, entryId = step.EntryId, deeds = step.Deed.OvertakenBy() }, ct);
        return now.WhyNot(c, since, session.Act.At) is { } why
            ? new Decision.Refuse(why)
            : new Decision.Change(c.Restored(step), Deed.Undone, new ActUndone(c.Id, step.ActId, step.Deed.ToString()), Detail: step.Deed.ToString());
    }

    private static async Task PutTagsBackAsync(Session session, UndoStepRow step, CancellationToken ct)
    {
        var conversationId = step.ConversationId;
        await session.ExecuteAsync(TagConversation.Remove, UndoRules.Lines(step.TagsAdded).Select(tag => new { conversationId, tag }).ToList(), ct);
        await session.ExecuteAsync(TagConversation.Insert, UndoRules.Lines(step.TagsRemoved).Select(tag => new { conversationId, tag }).ToList(), ct);
    }
}
