using Microsoft.Extensions.Logging;
using PoliceSocial.Platform;
using PoliceSocial.Triage.Judging;

namespace PoliceSocial.Inbox.Judging;

/// <summary>
/// The model that judges now: the force's own in <c>triage/model.json</c> of the data folder, else the one that ships. Another file there is
/// taken up within seconds; one that is no model leaves the one in use where it is, and says so.
/// </summary>
internal sealed class ModelInUse(DataFolder data, TimeProvider clock, ILogger<ModelInUse> log)
{
    public const int LongestVersion = 100;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly Lock _looking = new();
    private TriageModel _current = TriageModel.Shipped;
    private DateTime? _read;
    private long _looked = long.MinValue;

    /// <summary>Where the force's own model lies.</summary>
    public string Path => System.IO.Path.Combine(data.Path, "triage", "model.json");

    /// <summary>Why the file there is not used; null where all is well.</summary>
    public string? Problem { get; private set; }

    public TriageModel Current
    {
        get
        {
            lock (_looking)
            {
                if (_looked == long.MinValue || clock.GetElapsedTime(_looked) >= LookEvery)
                    Look();
                return _current;
            }
        }
    }

    /// <summary>Reads a model and tries it; an exception says what is wrong with the file.</summary>
    /// <exception cref="FormatException">It is none that can be used.</exception>
    public static TriageModel Read(string path)
    {
        using var file = File.OpenRead(path);
        var model = TriageModel.Read(file);
        if (model.Version.Length > LongestVersion)
            throw new FormatException("The model's name is too long: train it again.");
        return double.IsFinite(model.Judge("Somebody is hurt, please help").Danger) ? model : throw new FormatException("The model judges nothing: train it again.");
    }

    private void Look()
    {
        _looked = clock.GetTimestamp();
        DateTime? written = File.Exists(Path) ? File.GetLastWriteTimeUtc(Path) : null;
        if (written == _read)
            return;
        _read = written;
        try
        {
            _current = written is null ? TriageModel.Shipped : Read(Path);
            Problem = null;
            log.LogInformation("Messages are judged by the triage model {Model}.", _current.Version);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            Problem = $"{Path} cannot be used: {e.Message} Messages are judged by the model {_current.Version}.";
            log.LogError(e, "The triage model {Path} cannot be used; messages are judged by the model {Model}.", Path, _current.Version);
        }
    }
}
