namespace PoliceSocial.Evidence;

/// <summary>What people may be allowed to do with evidence.</summary>
internal static class EvidencePermissions
{
    public const string Read = "evidence.read";
    public const string Mark = "evidence.mark";
    public const string Export = "evidence.export";
    public const string Review = "evidence.review";
    public const string Dispose = "evidence.dispose";
    public const string ManageRetention = "evidence.manage-retention";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "See exhibits, holds and exports", Scoped: true),
        new(Mark, "Mark exhibits and place or end a legal hold", Scoped: true),
        new(Export, "Export evidence and hand it over", Scoped: true),
        new(Review, "Review records that are due: keep them, or propose their disposal", Scoped: true),
        new(Dispose, "Confirm that records are disposed of", Scoped: true),
        new(ManageRetention, "Change retention classes and what they are given to"),
    ];
}
