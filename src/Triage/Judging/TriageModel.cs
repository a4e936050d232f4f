using System.Text.Json;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Judging;

/// <summary>
/// Judges messages to a force by weights that were learned from labelled ones. It is a linear model: what it says can be taken apart
/// into the words and facts that made it say so. Thread-safe.
/// </summary>
public sealed class TriageModel
{
    private const int MostReasons = 8;
    private const int MostRead = 8_192;
    private static readonly SignReader Reader = new(WordClasses.Shipped);
    private static readonly Lazy<TriageModel> ShippedOnce = new(ReadShipped);
    private readonly TongueTeller _tongues = new();

    internal TriageModel(ModelFile file) => File = file;

    internal ModelFile File { get; }

    /// <summary>The model that the product ships with.</summary>
    public static TriageModel Shipped => ShippedOnce.Value;

    /// <summary>Names the model in records of what it suggested: a version, or when it was trained.</summary>
    public string Version => File.Version;

    /// <summary>From which likelihood of danger on it suggests an emergency.</summary>
    public double Threshold => File.Threshold;

    /// <summary>Reads a model that was trained.</summary>
    /// <exception cref="FormatException">It is not one, or of another version of the product.</exception>
    public static TriageModel Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, ModelJson.Default.ModelFile);
            if (file is not { Format: ModelFile.CurrentFormat })
                throw new FormatException($"The model is of another format than {ModelFile.CurrentFormat}: train it again with this version of the product.");
            return file is { Version.Length: > 0, Threshold: > 0 and < 1, Danger.Signs: not null, Eyewitness.Signs: not null, Affected.Signs: not null }
                ? new(file)
                : throw new FormatException("The model is not whole: train it again.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The file is not a triage model: put one there that this version of the product wrote, or take it away.", e);
        }
    }

    /// <summary>Writes it, to be read again.</summary>
    public void Write(Stream json) => JsonSerializer.Serialize(json, File, ModelJson.Default.ModelFile);

    /// <summary>Judges a message.</summary>
    /// <param name="text">What its author wrote, of any length; the first words count.</param>
    public Judgement Judge(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Length > MostRead ? text[..MostRead] : text;
        var (manner, signs) = Reader.Read(text);
        var tongue = _tongues.Tell(text, manner.Words);
        var danger = File.Danger.Judge(signs);
        var suggestion = danger >= File.Threshold ? Suggestion.Emergency : tongue.IsJudged ? Suggestion.Routine : Suggestion.Unreadable;
        return new(
            suggestion, danger, File.Eyewitness.Judge(signs), File.Affected.Judge(signs), tongue,
            Reasons.Of(File.Danger.Explain(signs), MostReasons));
    }

    private static TriageModel ReadShipped()
    {
        using var stream = typeof(TriageModel).Assembly.GetManifestResourceStream("model.json")!;
        return Read(stream);
    }
}
