using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving.Frame;

/// <summary>Sets the language of a page: the chosen one where the page has it, English where it has not. The layout speaks the chosen one.</summary>
internal static class SpokenLanguage
{
    public static void UseSpokenLanguage(this WebApplication app) => app.Use(async (context, next) =>
    {
        var translated = context.GetEndpoint()?.Metadata.GetMetadata<InWelshAttribute>() is not null;
        Languages.Speak(translated ? Languages.ChosenOn(context.Request) : Languages.English);
        await next(context);
    });
}
