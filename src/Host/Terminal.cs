namespace PoliceSocial.Host;

/// <summary>Speaks to whoever sits at the server's terminal; the only place that does.</summary>
internal static class Terminal
{
    /// <summary>Says something.</summary>
    public static Task SayAsync(string text) => Console.Out.WriteLineAsync(text);

    /// <summary>Says what went wrong and what to do.</summary>
    public static Task ComplainAsync(string text) => Console.Error.WriteLineAsync(text);

    /// <summary>Asks for a line; null where there is nobody to answer.</summary>
    public static async Task<string?> AskAsync(string question)
    {
        await Console.Out.WriteAsync(question);
        return await Console.In.ReadLineAsync();
    }
}
