namespace PoliceSocial.Evidence.Exporting;

/// <summary>An export with what it covers.</summary>
internal sealed record ExportView(ExportRow Export, IReadOnlyList<ExportConversationRow> Conversations, IReadOnlyList<RedactionRow> Redactions);

/// <summary>Exports as a person may see them: only where all that they cover is in that person's reach.</summary>
internal sealed class ReadExports(Store<EvidenceModule> store)
{
    public async Task<ExportView?> FindAsync(Person person, long id, string permission, CancellationToken ct)
    {
        if (await store.FindAsync(ExportStatements.Load, new { id }, ct) is not { } export)
            return null;
        var conversations = await store.QueryAsync(ExportStatements.Conversations, new { exportId = id }, ct);
        var reaches = export.IncidentId is null || person.May(permission, export.IncidentChannelId, export.IncidentTeamId);
        return reaches && conversations.All(c => person.Grants.Allows(permission, c.ChannelId, c.TeamId))
            ? new(export, conversations, await store.QueryAsync(ExportStatements.Redactions, new { exportId = id }, ct))
            : null;
    }

    /// <summary>The newest, all or to one recipient.</summary>
    public async Task<IReadOnlyList<ExportRow>> NewestAsync(Person person, string recipient, long before, int take, CancellationToken ct)
    {
        var seen = new List<ExportRow>();
        foreach (var export in await store.QueryAsync(ExportStatements.Newest, new { recipient = recipient.Length == 0 ? null : recipient, before, take }, ct))
        {
            if (await FindAsync(person, export.Id, EvidencePermissions.Read, ct) is not null)
                seen.Add(export);
        }

        return seen;
    }
}
