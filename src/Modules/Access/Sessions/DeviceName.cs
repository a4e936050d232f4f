namespace PoliceSocial.Access.Sessions;

/// <summary>What a browser says of itself, as a person knows it: "Edge on Windows". What it said exactly stays in the session.</summary>
internal static class DeviceName
{
    // The order matters: each of them also claims to be those below it.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "a Chromebook"), ("Mac OS", "a Mac"), ("Linux", "Linux")];

    public static string Of(string said)
    {
        var (browser, system) = (Find(Browsers, said), Find(Systems, said));
        return (browser, system) switch
        {
            ({ }, { }) => $"{browser} on {system}",
            ({ }, null) => browser,
            (null, { }) => $"A browser on {system}",
            _ when said.Length > 0 => said.Length > 60 ? $"{said[..60]}…" : said,
            _ => "Not known",
        };
    }

    private static string? Find((string Mark, string Name)[] known, string said) =>
        known.FirstOrDefault(k => said.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
