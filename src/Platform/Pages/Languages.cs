using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PoliceSocial.Platform.Pages;

/// <summary>
/// The languages of the screens. What somebody chose is in a cookie; the frame is always in it, a page where it has been translated
/// (<see cref="InWelshAttribute"/>), and is marked as English otherwise.
/// </summary>
public static class Languages
{
    /// <summary>British English, which every page has.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Welsh.</summary>
    public static readonly CultureInfo Welsh = CultureInfo.GetCultureInfo("cy-GB");

    private const string Cookie = "policesocial-language";

    /// <summary>What is written in <c>lang</c>, kept in the cookie and stored with a person: <c>cy</c> or <c>en-GB</c>.</summary>
    public static string Code(CultureInfo language) => language.Equals(Welsh) ? "cy" : "en-GB";

    /// <summary>The language by its code, or null where there is none by it.</summary>
    public static CultureInfo? Find(string? code) => code switch
    {
        "cy" => Welsh,
        "en-GB" => English,
        _ => null,
    };

    /// <summary>What was chosen on this device; English where nothing was.</summary>
    public static CultureInfo ChosenOn(HttpRequest request) => Find(request.Cookies[Cookie]) ?? English;

    /// <summary>Keeps a choice on this device.</summary>
    public static void Keep(HttpContext context, CultureInfo language) => DeviceCookie.Write(context, Cookie, Code(language));

    /// <summary>Speaks a language from here on in this request.</summary>
    public static void Speak(CultureInfo language) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language, language);
}

/// <summary>This page has all of its words in both languages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InWelshAttribute : Attribute;
