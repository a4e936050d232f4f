namespace PoliceSocial.Evidence.Retaining;

/// <summary>
/// The classes of a new installation, after the groups of police information management. None is marked as checked: periods are the force's
/// own decision, and its records manager compares each with the current guidance before it is relied on.
/// </summary>
internal static class ShippedClasses
{
    private const string Groups = "Police information and records management, review groups. To be checked by the force’s records manager.";

    public static IReadOnlyList<(string Code, string Name, string Source, int Months, CountsFrom CountsFrom, AtEnd AtEnd)> All { get; } =
    [
        ("CONTACT", "Contact without an incident", "The force’s own schedule, customer contact. To be checked by the force’s records manager.", 12, CountsFrom.LastContact, AtEnd.Dispose),
        ("GROUP-1", "Group 1: public protection, serious specified offences", Groups, 120, CountsFrom.Closure, AtEnd.Review),
        ("GROUP-2", "Group 2: other sexual, violent or serious offences", Groups, 120, CountsFrom.Closure, AtEnd.Review),
        ("GROUP-3", "Group 3: all other offences", Groups, 72, CountsFrom.Closure, AtEnd.Review),
        ("GROUP-4", "Group 4: undetected, victims, missing people, miscellaneous", Groups, 72, CountsFrom.Closure, AtEnd.Review),
        ("NO-CRIME", "Incident without a crime", "NPCC retention schedule, command and control. To be checked by the force’s records manager.", 72, CountsFrom.Closure, AtEnd.Dispose),
    ];

    /// <summary>What records have by themselves: an emergency is kept like the group that is reviewed last, since what it became is not always coded.</summary>
    public static IReadOnlyList<(RecordKind Kind, string Category, string Grade, string Code)> Rules { get; } =
    [
        (RecordKind.Conversation, "", "", "CONTACT"),
        (RecordKind.Incident, "", "", "GROUP-4"),
        (RecordKind.Incident, "", "1", "GROUP-2"),
        (RecordKind.Incident, "", "2", "GROUP-3"),
    ];
}
