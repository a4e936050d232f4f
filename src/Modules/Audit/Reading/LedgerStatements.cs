using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Reading;

/// <summary>
/// The ledger's page, newest first. Four texts, because each is led by another index: what it is about, who did it, a kind of
/// record that is rare, or the time alone.
/// </summary>
internal static class LedgerStatements
{
    private const string Columns =
        """
        SELECT e.Number, e.EventId, e.At, e.Type, e.Act, e.ActId, e.ActorKind, e.ActorId, e.SubjectKind, e.SubjectId, e.SubjectName, e.SessionId,
               e.HasPurpose, e.Family, d.Salt, w.Text AS Shape, d.Facts AS Packed, x.Seal, x.AllowedBy
        FROM audit.Entry e
        LEFT JOIN audit.Detail d ON d.Number = e.Number
        LEFT JOIN audit.Word w ON w.Id = d.Shape
        LEFT JOIN audit.Erased x ON x.Number = e.Number
        WHERE e.At >= @from AND e.At < @to AND e.At <= @at AND (e.At < @at OR e.Number < @number)
        """;

    private const string AndFamily = "\n  AND (@anyFamily = 1 OR e.Family IN @families)";
    private const string AndActor = "\n  AND (@actorKind = 0 OR e.ActorKind = @actorKind) AND (@actorId = 0 OR e.ActorId = @actorId)";
    private const string Newest = "\nORDER BY e.At DESC, e.Number DESC";

    public static readonly Statement<StoredEntry> AboutSubject = Statement.Paged<StoredEntry>(
        Columns + "\n  AND e.SubjectId = @subjectId AND e.SubjectKind = @subjectKind AND (@subjectName IS NULL OR e.SubjectName = @subjectName)"
        + AndFamily + AndActor + Newest);

    public static readonly Statement<StoredEntry> ByPerson = Statement.Paged<StoredEntry>(
        Columns + "\n  AND e.ActorKind = 1 AND e.ActorId = @actorId" + AndFamily + Newest);

    public static readonly Statement<StoredEntry> OfRareFamily = Statement.Paged<StoredEntry>(
        Columns + "\n  AND e.Family = @family AND e.Family <> 1 AND e.Family <> 11" + AndActor + Newest);

    public static readonly Statement<StoredEntry> InTime = Statement.Paged<StoredEntry>(Columns + AndFamily + AndActor + Newest);

    /// <summary>The next person who ever did something, by id: one look at an index for each, instead of reading every entry.</summary>
    public static readonly Statement<long?> NextActor = Statement.Of<long?>(
        "SELECT MIN(ActorId) AS ActorId FROM audit.Entry WHERE ActorKind = 1 AND ActorId > @after");
}
