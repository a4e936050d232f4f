using PoliceSocial.Inbox.Contacts.Looks;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Overseeing;

/// <summary>A contact whose history was opened again and again.</summary>
internal sealed record LookedAtRow
{
    public required long ContactId { get; init; }

    public required int Looks { get; init; }

    public required int Viewers { get; init; }

    /// <summary>Of the looks those by authority.</summary>
    public required int Authorised { get; init; }

    /// <summary>Of the looks those that were said to be contact, and not surveillance.</summary>
    public required int AsContact { get; init; }

    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>What somebody told the co-ordinator.</summary>
internal sealed record ReferralRow
{
    public required long Id { get; init; }

    public required long ContactId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long ReferredBy { get; init; }

    public required string Note { get; init; }
}

/// <summary>What the co-ordinator reads. Nothing here names a member of the public or shows what they wrote.</summary>
internal static class LooksStatements
{
    /// <summary>The contacts that one person or the force opened as often as the policy allows without authority, or more; most looks first.</summary>
    public static readonly Statement<LookedAtRow> Repeated = Statement.Paged<LookedAtRow>(
        """
        SELECT l.ContactId, SUM(l.N) AS Looks, COUNT(*) AS Viewers, SUM(l.Authorised) AS Authorised, SUM(l.AsContact) AS AsContact, MAX(l.LastAt) AS LastAt
        FROM (
            SELECT ContactId, ViewerId, COUNT(*) AS N, COUNT(CASE WHEN Basis = @authority THEN 1 END) AS Authorised,
                COUNT(CASE WHEN Basis = @contact THEN 1 END) AS AsContact, MAX(At) AS LastAt
            FROM inbox.ContactLook WHERE At >= @since GROUP BY ContactId, ViewerId) AS l
        GROUP BY l.ContactId
        HAVING SUM(l.N) >= @byForce OR MAX(l.N) >= @byOne
        ORDER BY Looks DESC, l.ContactId DESC
        """);

    public static readonly Statement<LookRow> AtContact = Statement.Paged<LookRow>(
        $"SELECT {LookBook.Columns} FROM inbox.ContactLook WHERE ContactId = @contactId ORDER BY At DESC, Id DESC");

    public static readonly Statement<int> CountSince = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.ContactLook WHERE ContactId = @contactId AND At >= @since");

    public static readonly Statement<ReferralRow> ReferralsOf = Statement.Of<ReferralRow>(
        "SELECT Id, ContactId, At, ReferredBy, Note FROM inbox.LookReferral WHERE ContactId IN @contacts ORDER BY Id DESC");

    public static readonly Statement InsertReferral = Statement.Of(
        "INSERT INTO inbox.LookReferral (Id, ContactId, At, ReferredBy, Note) VALUES (@Id, @ContactId, @At, @ReferredBy, @Note)");
}
