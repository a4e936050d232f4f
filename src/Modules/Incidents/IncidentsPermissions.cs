namespace PoliceSocial.Incidents;

/// <summary>What people may be allowed to do with incidents.</summary>
internal static class IncidentsPermissions
{
    public const string Read = "incidents.read";
    public const string Record = "incidents.record";
    public const string Grade = "incidents.grade";
    public const string HandOff = "incidents.hand-off";
    public const string Settle = "incidents.settle";
    public const string Accept = "incidents.accept";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, "Read incidents", Scoped: true),
        new(Record, "Record incidents and work on them", Scoped: true),
        new(Grade, "Lower the grade of incidents, close them and open them again", Scoped: true),
        new(HandOff, "Hand incidents over to other systems and forces", Scoped: true),
        new(Settle, "Settle hand-overs that failed", Scoped: true),
        new(Accept, "Take over incidents that other forces offer, or refuse them"),
    ];
}
