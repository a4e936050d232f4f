using PoliceSocial.Audit.Sequencing;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Extracting;

/// <summary>The statements of the extract: entries of the six families of section 62, in the order of time, a part at a time.</summary>
internal static class ExtractStatements
{
    public static readonly Statement<StoredEntry> After = Statement.Paged<StoredEntry>(
        """
        SELECT e.Number, e.EventId, e.At, e.Type, e.Act, e.ActId, e.ActorKind, e.ActorId, e.SubjectKind, e.SubjectId, e.SubjectName, e.SessionId,
               e.HasPurpose, e.Family, d.Salt, w.Text AS Shape, d.Facts AS Packed, x.Seal, x.AllowedBy
        FROM audit.Entry e
        LEFT JOIN audit.Detail d ON d.Number = e.Number
        LEFT JOIN audit.Word w ON w.Id = d.Shape
        LEFT JOIN audit.Erased x ON x.Number = e.Number
        WHERE e.At >= @at AND (e.At > @at OR e.Number > @number) AND e.At < @to AND e.Number < @size AND e.Family <= @lastFamily
        ORDER BY e.At, e.Number
        """);

    /// <summary>How many of the period came after the checkpoint.</summary>
    public static readonly Statement<int> NotSigned = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM audit.Entry WHERE At >= @from AND At < @to AND Number >= @size AND Family <= @lastFamily");
}
