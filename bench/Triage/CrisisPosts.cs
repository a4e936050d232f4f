using System.Net;
using Microsoft.VisualBasic.FileIO;
using PoliceSocial.Triage.Training;

namespace PoliceSocial.Bench.Triage;

/// <summary>A labelled public post of an emergency.</summary>
internal sealed record CrisisPost(string Event, string Text, bool Eyewitness, bool Affected)
{
    public bool IsReport => Eyewitness || Affected;

    public Example ToExample() => new(Text, Event, Eyewitness: Eyewitness, Affected: Affected);
}

/// <summary>Labelled posts in the form of CrisisLexT26: a file for each event, in the order in which the posts arrived.</summary>
internal static class CrisisPosts
{
    private const int TextAt = 1;
    private const int SourceAt = 2;
    private const int TypeAt = 3;

    /// <summary>The folder beside the checkout, or none.</summary>
    public static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "crisislex");
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }

    /// <summary>Every post of every event in a folder.</summary>
    public static List<CrisisPost> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(ReadEvent)];

    private static List<CrisisPost> ReadEvent(string path)
    {
        using var csv = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var posts = new List<CrisisPost>();
        csv.ReadFields();
        while (csv.ReadFields() is { } fields)
        {
            posts.Add(new(
                Path.GetFileNameWithoutExtension(path), WebUtility.HtmlDecode(fields[TextAt]), fields[SourceAt] == "Eyewitness", fields[TypeAt] == "Affected individuals"));
        }

        return posts;
    }
}
