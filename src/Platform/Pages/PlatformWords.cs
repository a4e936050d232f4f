using System.Globalization;
using System.Resources;

namespace PoliceSocial.Platform.Pages;

/// <summary>The words of what every module's pages share, in <c>PlatformWords.resx</c> and <c>PlatformWords.cy.resx</c>.</summary>
internal static class PlatformWords
{
    private static readonly ResourceManager All = new(typeof(PlatformWords));

    /// <summary>In the language of the page.</summary>
    public static string Problem => Say("Problem");

    private static string Say(string name) =>
        All.GetString(name, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"There are no words for {name}.");
}
