namespace PoliceSocial.Host.Tests.Axe;

/// <summary>A page, and how to get it to show all that it can.</summary>
/// <param name="Route">The page's route.</param>
/// <param name="Show">Opens and checks it.</param>
internal sealed record Scene(string Route, Func<Looking, Stage, Task> Show)
{
    /// <summary>A page that shows all it can when it is opened.</summary>
    public static Scene Of(string route) => new(route, (on, _) => on.SeeAsync(route));

    /// <summary>A page with a form, and what it says to an empty one.</summary>
    public static Scene OfForm(string route, string? path = null) => new(route, async (on, _) =>
    {
        await on.SeeAsync(path ?? route);
        await on.SeeErrorsAsync(path ?? route);
    });
}

/// <summary>Every page, by the person to whom it shows most. A page that nobody has fails the tests.</summary>
internal static class Scenes
{
    public const string Nobody = "nobody";

    /// <summary>Routes that show no page of their own.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutScreen = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/"] = "leads on to the first place that is a person's own",
        ["/search"] = "leads on to the inbox, which shows what was found",
        ["/inbox/{id:long}/acknowledge"] = "leads on to the conversation",
        ["/inbox/undo/{act:long}"] = "leads on to where it was asked",
        ["/frame"] = "is the frame alone, which stands around every other page",
    };

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Scene>> ByPerson = new Dictionary<string, IReadOnlyList<Scene>>(StringComparer.Ordinal)
    {
        [Everyone.Administrator] = AdministratorScenes.All,
        [Everyone.Operator] = DeskScenes.OfOperator,
        [Everyone.Supervisor] = [.. DeskScenes.OfSupervisor, .. IncidentScenes.OfSupervisor],
        [Everyone.EvidenceOfficer] = IncidentScenes.OfEvidenceOfficer,
        [Everyone.Auditor] = OtherScenes.OfAuditor,
        [Everyone.Author] = OtherScenes.OfAuthor,
        [Nobody] = OtherScenes.OfNobody,
    };
}
