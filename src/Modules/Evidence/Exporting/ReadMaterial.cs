namespace PoliceSocial.Evidence.Exporting;

/// <summary>Shows an officer the beginning of what an export would hold, to choose what must not be in it; the look is on record.</summary>
internal sealed class ReadMaterial(Store<EvidenceModule> store, InReach reach, ICapturedMaterial material, ActFactory acts)
{
    public static readonly ActKind Kind = new("evidence.view-material");
    public const int Most = 300;

    /// <summary>The first lines that came from a network; null where one of the conversations does not exist for this person.</summary>
    public async Task<IReadOnlyList<MaterialLine>?> HandleAsync(Person person, IReadOnlyList<long> conversations, CancellationToken ct)
    {
        if (await reach.OfAsync(person, EvidencePermissions.Export, conversations, ct) is null)
            return null;
        var lines = new List<MaterialLine>();
        await foreach (var line in material.LinesAsync(conversations, ct))
        {
            if (line.Kind is MaterialKind.Message or MaterialKind.Reply or MaterialKind.Note)
                lines.Add(line);
            if (lines.Count == Most)
                break;
        }

        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        session.Raise(new MaterialViewed(conversations, lines.Count));
        await session.CommitAsync(ct);
        return lines;
    }
}
