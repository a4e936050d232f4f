namespace PoliceSocial.Triage.Training;

/// <summary>A message to a British force that was invented for training.</summary>
/// <param name="Grade">What a person made of it: 1 an emergency, 2 soon, 3 a report to record, 4 no report.</param>
/// <param name="Kind">What sort of message it is: emergency, crime, complaint, abuse, sarcasm, lyric, football, news …</param>
/// <param name="Language">The ISO 639-1 code of its language: en or cy.</param>
/// <param name="Text">The message.</param>
public sealed record InventedMessage(int Grade, string Kind, string Language, string Text)
{
    /// <summary>As an example of danger or of none.</summary>
    public Example ToExample() => new(Text, "invented", Danger: Grade == 1);
}

/// <summary>The invented messages that the shipped model learned danger from; nobody in them exists.</summary>
public static class InventedMessages
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<InventedMessage> All { get; } = Read();

    private static List<InventedMessage> Read()
    {
        using var stream = typeof(InventedMessages).Assembly.GetManifestResourceStream("messages.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', 4))
            .Select(p => new InventedMessage(p[0][0] - '0', p[1], p[2], p[3]))];
    }
}
