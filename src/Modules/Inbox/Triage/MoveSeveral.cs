using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Triage;

/// <summary>What came of moving several conversations at once.</summary>
/// <param name="Moved">Those that were moved, with the state they had.</param>
/// <param name="Kept">Those that were not, each with why.</param>
/// <param name="UndoId">What undoes it, or null where nothing was moved.</param>
internal sealed record SeveralResult(
    IReadOnlyList<(long Id, ConversationState Was)> Moved, IReadOnlyList<(long Id, string Why)> Kept, long? UndoId);

/// <summary>
/// An operator moves many conversations with one act. Those flagged as a risk are never among them, acknowledged or not: each of
/// them is decided on alone.
/// </summary>
internal sealed class MoveSeveral(Store<InboxModule> store, MoveConversation move, ActFactory acts)
{
    public const int Most = 200;

    public async Task<SeveralResult> HandleAsync(Person person, IReadOnlyCollection<long> ids, ConversationState to, CancellationToken ct)
    {
        var moved = new List<(long, ConversationState)>();
        var kept = new List<(long, string)>();
        var act = acts.By(person, MoveConversation.Kind);
        long? undoId = null;
        var rows = await store.QueryAsync(ConversationStatements.LoadMany, new { ids = ids.Distinct().Take(Most).ToList() }, ct);
        foreach (var row in rows.Where(r => person.Grants.Allows(InboxPermissions.Read, r.ChannelId, r.TeamId)))
        {
            if (row.FlaggedAt is not null)
            {
                kept.Add((row.Id, "It is flagged as a risk: decide on it alone."));
                continue;
            }

            switch (await move.HandleAsync(act, person, new(row.Id, to, null), ct))
            {
                case ChangeResult.Done done:
                    undoId ??= done.UndoId;
                    moved.Add((row.Id, row.State));
                    break;
                case ChangeResult.Refused refused:
                    kept.Add((row.Id, refused.Why));
                    break;
                case ChangeResult.NotAllowed or ChangeResult.NotFound:
                    kept.Add((row.Id, "You may not change it."));
                    break;
            }
        }

        return new(moved, kept, undoId);
    }
}
