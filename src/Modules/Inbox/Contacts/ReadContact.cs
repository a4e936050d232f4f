using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>All that one member of the public wrote to the force, as far as the person may see it.</summary>
internal sealed record ContactHistory(ContactRow Contact, IReadOnlyList<QueueRow> Conversations);

/// <summary>
/// Shows what else a member of the public wrote. It is about a person, not a case: every look is counted and on record with its
/// purpose. What must be said first is said to <see cref="AskForHistory"/>; coming back soon after is the same look.
/// </summary>
internal sealed class ReadContact(Store<InboxModule> store, LookBook looks, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("inbox.view-contact-history");
    public const int Most = 200;

    public static readonly Statement<ContactRow> Contact = Statement.Of<ContactRow>(
        "SELECT Id, ContactKey, Connector, NetworkId, Handle, DisplayName, Rehearsal, FirstSeenAt FROM inbox.Contact WHERE Id = @id");

    private static readonly Statement<QueueRow> Conversations = Statement.Paged<QueueRow>(
        $"SELECT {QueueStatements.Columns} {QueueStatements.From} WHERE c.ContactId = @contactId AND {QueueStatements.Filter}");

    /// <summary>Shows it, or says what must be said first.</summary>
    public async Task<LookResult> HandleAsync(Person person, long contactId, CancellationToken ct)
    {
        if (await FindAsync(person, contactId, ct) is not { } history)
            return new LookResult.NotThere();
        var now = clock.GetUtcNow();
        if (await looks.SittingAsync(person, contactId, now, ct) is { } sitting)
            return await ShowAsync(person, history, sitting, null, ct);
        var questions = await looks.QuestionsAsync(person, history, now, ct);
        if (questions.Any)
            return new LookResult.Asks(questions, []);
        var look = new LookRow { Id = ids.New(), ContactId = contactId, ViewerId = person.Id, At = now, Basis = LookBasis.NotAsked };
        return await ShowAsync(person, history, look, questions, ct);
    }

    /// <summary>What there is to show, with nothing on record yet; null where this person may see nothing of theirs.</summary>
    public async Task<ContactHistory?> FindAsync(Person person, long contactId, CancellationToken ct)
    {
        if (await store.FindAsync(Contact, new { id = contactId }, ct) is not { } contact)
            return null;
        var reach = person.Grants.Where(InboxPermissions.Read);
        var conversations = await store.QueryAsync(Conversations, new
        {
            contactId,
            before = long.MaxValue,
            everywhere = reach.Everywhere ? 1 : 0,
            channels = reach.Channels,
            teams = reach.Teams,
            channelId = (long?)null,
            audience = (int?)null,
            tag = (string?)null,
            take = Most,
        }, ct);
        return conversations.Count == 0 ? null : new(contact, conversations);
    }

    /// <summary>On record before anything is shown.</summary>
    private async Task<LookResult> ShowAsync(Person person, ContactHistory history, LookRow look, LookQuestions? counted, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind, look.InWords()), ct);
        if (counted is not null)
            await LookBook.KeepAsync(session, look, counted.Before, ct);
        session.Raise(new ContactHistoryViewed(look.ContactId, history.Conversations.Count));
        await session.CommitAsync(ct);
        return new LookResult.Shown(history);
    }
}
