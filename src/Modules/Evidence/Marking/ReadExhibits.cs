namespace PoliceSocial.Evidence.Marking;

/// <summary>The exhibits of conversations, by whom and number.</summary>
internal sealed class ReadExhibits(Store<EvidenceModule> store)
{
    private static readonly Statement<ExhibitRow> OfConversations = Statement.Of<ExhibitRow>(
        $"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE ConversationId IN @ids ORDER BY Initials, Number, Id");

    private static readonly Statement<ExhibitRow> Newest = Statement.Paged<ExhibitRow>($"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE Id < @before ORDER BY Id DESC");

    public Task<IReadOnlyList<ExhibitRow>> OfAsync(IReadOnlyList<long> conversations, CancellationToken ct) =>
        store.QueryAsync(OfConversations, new { ids = conversations }, ct);

    /// <summary>The newest that this person may see.</summary>
    public async Task<IReadOnlyList<ExhibitRow>> NewestAsync(Person person, int take, CancellationToken ct) =>
        [.. (await store.QueryAsync(Newest, new { before = long.MaxValue, take }, ct)).Where(e => person.Grants.Allows(EvidencePermissions.Read, e.ChannelId, e.TeamId))];
}
