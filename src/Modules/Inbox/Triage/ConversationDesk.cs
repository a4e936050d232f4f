using PoliceSocial.Contracts;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Triage;

/// <summary>What came of an attempt to change a conversation.</summary>
internal abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Conversation">The conversation now.</param>
    /// <param name="UndoId">What undoes it, or null where it cannot be undone.</param>
    public sealed record Done(ConversationRow Conversation, long? UndoId = null) : ChangeResult;

    /// <summary>There is none by that id that the person may see.</summary>
    public sealed record NotFound : ChangeResult;

    /// <summary>The person may not do it here.</summary>
    public sealed record NotAllowed(string Permission) : ChangeResult;

    /// <summary>It cannot be done now; the sentence says why and what to do.</summary>
    public sealed record Refused(string Why) : ChangeResult;
}

/// <summary>What a use case decides about a conversation that it was shown.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Change it so.</summary>
    public sealed record Change(ConversationRow After, Deed Deed, IEvent Event, long? OtherId = null, string? Detail = null) : Decision;

    /// <summary>It is so already; nothing is to be done.</summary>
    public sealed record Nothing : Decision;

    /// <summary>No, because.</summary>
    public sealed record Refuse(string Why) : Decision;
}

/// <summary>
/// Where a use case changes one conversation: load, ask whether the person may, let it decide, save, count, tell. Two who
/// change the same one at once are put one after the other, and the second decides on what the first left.
/// </summary>
internal sealed class ConversationDesk(Store<InboxModule> store, Timeline timeline)
{
    private const int Attempts = 5;

    public Task<ChangeResult> ChangeAsync(
        Act act, Person person, string permission, long conversationId, Func<ConversationRow, Decision> decide, CancellationToken ct,
        Func<Session, ConversationRow, Task>? also = null) =>
        ChangeAsync(
            act, person, permission, conversationId, (_, c) => Task.FromResult(decide(c)),
            also is null ? null : (session, _, after) => also(session, after), ct);

    /// <summary>The same, where deciding takes more than the conversation: what else is read, is read in the session that changes it.</summary>
    public async Task<ChangeResult> ChangeAsync(
        Act act, Person person, string permission, long conversationId, Func<Session, ConversationRow, Task<Decision>> decide,
        Func<Session, ConversationRow, ConversationRow, Task>? also, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = await store.BeginAsync(act, ct);
            var before = await session.FindAsync(ConversationStatements.Load, new { id = conversationId }, ct);
            if (before is null || !person.Grants.Allows(InboxPermissions.Read, before.ChannelId, before.TeamId))
                return new ChangeResult.NotFound();
            if (!person.Grants.Allows(permission, before.ChannelId, before.TeamId))
                return new ChangeResult.NotAllowed(permission);
            switch (await decide(session, before))
            {
                case Decision.Refuse refused:
                    return new ChangeResult.Refused(refused.Why);
                case Decision.Change change when await SaveAsync(session, before, change, also, ct):
                    await session.CommitAsync(ct);
                    return new ChangeResult.Done(change.After, change.Deed.CanBeUndone() ? act.Id : null);
                case Decision.Change when attempt < Attempts:
                    continue;
                case Decision.Change:
                    return new ChangeResult.Refused("Others kept changing this conversation at the same moment. Nothing was changed; try again.");
                default:
                    return new ChangeResult.Done(before);
            }
        }
    }

    private async Task<bool> SaveAsync(
        Session session, ConversationRow before, Decision.Change change, Func<Session, ConversationRow, ConversationRow, Task>? also, CancellationToken ct)
    {
        if (await session.ExecuteAsync(ConversationStatements.Save, change.After, ct) != 1)
            return false;
        var tallies = new Tallies();
        tallies.Note(before, change.After);
        await tallies.SaveAsync(session, ct);
        var entry = await timeline.AddAsync(session, before.Id, change.Deed, ct, change.OtherId, change.Detail);
        if (change.Deed.CanBeUndone())
            await UndoBook.RememberAsync(session, before, change.After, change.Deed, entry, [], [], ct);
        if (also is not null)
            await also(session, before, change.After);
        session.Raise(change.Event);
        return true;
    }
}
