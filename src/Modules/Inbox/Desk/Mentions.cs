using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Live;

namespace PoliceSocial.Inbox.Desk;

/// <summary>How many notes call a person and were not seen by them.</summary>
internal sealed class Mentions(Store<InboxModule> store) : ICountSource
{
    private static readonly Statement<int> Unseen = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.NoteMention WHERE PersonId = @personId AND SeenAt IS NULL");

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct) =>
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["inbox.mentions"] = await store.FindAsync(Unseen, new { personId = person.Id }, ct),
        };
}
