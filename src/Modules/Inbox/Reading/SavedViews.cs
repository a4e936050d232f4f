using System.Text.Json;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Contacts;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Reading;

/// <summary>A view of the list that a person keeps.</summary>
internal sealed record SavedViewRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Filter { get; init; }

    /// <summary>The address that shows it.</summary>
    public string Address() => "/inbox" + (JsonSerializer.Deserialize<QueueFilter>(Filter) ?? new QueueFilter()).ToQuery();
}

/// <summary>Each person's own views of the list. None follows a member of the public.</summary>
internal sealed class SavedViews(Store<InboxModule> store, KnownContacts known, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("inbox.keep-view");

    private static readonly Statement<SavedViewRow> Own = Statement.Of<SavedViewRow>(
        "SELECT Id, Name, Filter FROM inbox.SavedView WHERE OwnerId = @ownerId ORDER BY Name, Id");

    private static readonly Statement Insert = Statement.Of(
        "INSERT INTO inbox.SavedView (Id, OwnerId, Name, Filter) VALUES (@id, @ownerId, @name, @filter)");

    private static readonly Statement Remove = Statement.Of("DELETE FROM inbox.SavedView WHERE Id = @id AND OwnerId = @ownerId");

    public Task<IReadOnlyList<SavedViewRow>> OfAsync(Person person, CancellationToken ct) =>
        store.QueryAsync(Own, new { ownerId = person.Id }, ct);

    /// <summary>Keeps a view; why not, or null where it is kept.</summary>
    public async Task<string?> KeepAsync(Person person, string name, QueueFilter filter, CancellationToken ct)
    {
        if (await known.FindNamedAsync([filter.Words, filter.Tag], ct) is { } named)
            return $"“{named}” is the name or the handle of somebody who wrote to the force. A search for one person is not kept: that would be following them. Search for it when you need it, or keep the view without those words.";
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var id = ids.New();
        await session.ExecuteAsync(Insert, new { id, ownerId = person.Id, name, filter = JsonSerializer.Serialize(filter with { Before = null }) }, ct);
        session.Raise(new SavedViewChanged(id, false));
        await session.CommitAsync(ct);
        return null;
    }

    public async Task DropAsync(Person person, long id, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.ExecuteAsync(Remove, new { id, ownerId = person.Id }, ct) == 0)
            return;
        session.Raise(new SavedViewChanged(id, true));
        await session.CommitAsync(ct);
    }
}
