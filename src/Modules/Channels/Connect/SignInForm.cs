using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>The form of a connector's settings: for a new channel, and for signing in again.</summary>
internal sealed class SignInForm
{
    public required ConnectorManifest Manifest { get; init; }

    public required IReadOnlyList<FieldView> Fields { get; init; }

    public required Problems Problems { get; init; }

    /// <summary>True where the network has a sign-in page of its own.</summary>
    public required bool HasPage { get; init; }

    /// <summary>What the button that checks what was typed says.</summary>
    public required string CheckLabel { get; init; }

    /// <summary>Puts what went wrong at the step into the problems; null where it went well.</summary>
    public static Problems? ProblemsOf(Step step)
    {
        var problems = new Problems();
        switch (step)
        {
            case Step.NotFilledIn wrong:
                foreach (var (name, message) in wrong.Errors)
                    problems.Add(FieldView.IdOf(name), message);
                return problems;
            case Step.NoSuchPlugin:
                problems.Add("", "The plugin was taken off the shelf meanwhile. Nothing was kept. An administrator can put it back.");
                return problems;
            case Step.Tried { Outcome.WhyNot: { } why }:
                problems.Add("", $"{why} Secrets that you typed were forgotten.");
                return problems;
            case Step.Leaving { Outcome: StartOutcome.NotStarted not }:
                problems.Add("", $"{not.Why} Nothing was kept.");
                return problems;
            default:
                return null;
        }
    }

    /// <summary>Where the network sends the browser back to: the service's public address where one is configured, else the one that was asked.</summary>
    public static Uri CallbackOf(PageModel page, IConfiguration configuration, string connector)
    {
        var path = page.Url.Page("/Connect/Callback", new { connector });
        var address = configuration["PublicAddress"] is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : $"{page.Request.Scheme}://{page.Request.Host}";
        return new(address + path);
    }
}
