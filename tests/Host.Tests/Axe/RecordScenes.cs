namespace PoliceSocial.Host.Tests.Axe;

/// <summary>Records whose time is over, as the evidence officer sees them.</summary>
internal static class RecordScenes
{
    private const string Sent = "main form[method=post] button.govuk-button";

    public static readonly IReadOnlyList<Scene> All =
    [
        Scene.Of("/evidence/records"),

        // A new force has nothing that is a year old: the page of a review is looked at where there is none.
        new("/evidence/records/{id:long}", (on, _) => on.SeeAsync("/evidence/records/1")),
        new("/evidence/records/classes", async (on, _) =>
        {
            await on.SeeAsync("/evidence/records/classes");
            await on.SendAsync("main form[action*=Set] button.govuk-button");
            await on.SeeAsync("retention classes, with errors", opens: true);
        }),
        new("/evidence/records/classes/edit/{id:long?}", async (on, _) =>
        {
            await on.SeeAsync("/evidence/records/classes/edit");
            await on.SeeErrorsAsync("/evidence/records/classes/edit", Sent);
        }),
    ];
}
