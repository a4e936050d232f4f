namespace PoliceSocial.Evidence.Marking;

/// <summary>Changes an exhibit's marks.</summary>
internal sealed record ChangeExhibitCommand(long ExhibitId, int Version, bool Relevant, string? Sensitive, bool Used);

/// <summary>What became of it.</summary>
internal enum ChangeExhibitOutcome
{
    Done,
    NotFound,
    ChangedMeanwhile,
}

/// <summary>An officer decides anew whether an exhibit is relevant, sensitive, or relied on. Its mark stays.</summary>
internal sealed class ChangeExhibit(Store<EvidenceModule> store, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.change-exhibit");

    private static readonly Statement<ExhibitRow> Load = Statement.Of<ExhibitRow>($"SELECT {ExhibitRow.Columns} FROM evidence.Exhibit WHERE Id = @id");

    private static readonly Statement Save = Statement.Of(
        "UPDATE evidence.Exhibit SET Relevant = @relevant, Sensitive = @sensitive, Used = @used, Version = Version + 1 WHERE Id = @id AND Version = @version");

    public async Task<ChangeExhibitOutcome> HandleAsync(Person person, ChangeExhibitCommand command, CancellationToken ct)
    {
        if (await store.FindAsync(Load, new { id = command.ExhibitId }, ct) is not { } exhibit
            || !person.May(EvidencePermissions.Mark, exhibit.ChannelId, exhibit.TeamId))
        {
            return ChangeExhibitOutcome.NotFound;
        }

        var sensitive = string.IsNullOrWhiteSpace(command.Sensitive) ? null : command.Sensitive.Trim();
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        if (await session.ExecuteAsync(Save, new { id = exhibit.Id, version = command.Version, relevant = command.Relevant, sensitive, used = command.Used }, ct) == 0)
            return ChangeExhibitOutcome.ChangedMeanwhile;
        session.Raise(new ExhibitChanged(exhibit.Id, exhibit.ConversationId, command.Relevant, sensitive is not null, command.Used, exhibit.IncidentId));
        await session.CommitAsync(ct);
        return ChangeExhibitOutcome.Done;
    }
}
