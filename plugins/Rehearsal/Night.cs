using System.Text.Json;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Script;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal;

/// <summary>The exercise as far as it has been played: the journal's lines and what follows from them.</summary>
internal sealed class Night
{
    private readonly ExerciseSettings _settings;
    private readonly string _channel;
    private readonly string _scenarioName;
    private readonly Director _director;
    private long _read;

    public Night(ExerciseSettings settings, Scenario scenario, string channel)
    {
        (_settings, _channel, Scenario) = (settings, channel, scenario);
        _scenarioName = settings.OwnFile is { } own ? $"{ScenarioFolder.Own}/{own}" : settings.Scenario;
        World = new World(_scenarioName, scenario);
        Composer = new Composer(World, scenario, settings.OwnFile is null ? ScenarioFolder.Shipped : ScenarioFolder.Own);
        _director = new Director(World, scenario, settings.Repeats ?? scenario.Repeats, Composer);
    }

    public Scenario Scenario { get; }

    public World World { get; }

    public Composer Composer { get; }

    public string ScenarioName => _scenarioName;

    public DateTimeOffset? NextDue(DateTimeOffset now) => _director.NextDue(now);

    /// <summary>Catches up with the journal, and begins the exercise where that has not happened.</summary>
    public void Open(JournalFile journal, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (offset, line) in journal.Lines(_read))
        {
            ct.ThrowIfCancellationRequested();
            World.Apply(Read(line.Span), offset, line.Length);
            _read = offset + line.Length + 1;
        }

        if (!World.IsRunning)
            Append(journal, Started(_settings.Start ?? now));
        else if (World.Pace.Speed != _settings.Speed || World.Sha256 != Scenario.Sha256)
            Append(journal, Paced(now));
        else
            return;
        journal.Keep();
    }

    /// <summary>True where the journal is not the one that was read: somebody emptied or replaced it.</summary>
    public bool IsBeyond(JournalFile journal) => _read > journal.Length;

    /// <summary>Lets happen what is due, as much as fits into one go.</summary>
    public void Advance(JournalFile journal, DateTimeOffset now, CancellationToken ct)
    {
        const int most = 250;
        var from = _read;
        for (var i = 0; i < most && _read - from < 1024 * 1024 && _director.Next(now) is { } entry; i++)
        {
            ct.ThrowIfCancellationRequested();
            Append(journal, entry);
        }

        if (_read > from)
            journal.Keep();
    }

    public byte[] Append(JournalFile journal, Entry entry)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(entry, EntryJson.Default.Entry);
        var offset = journal.Append(line);
        World.Apply(entry, offset, line.Length);
        _read = offset + line.Length + 1;
        return line;
    }

    public static Entry Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, EntryJson.Default.Entry) ?? throw new InvalidDataException("a line is empty");

    private Entry Started(DateTimeOffset at) => new()
    {
        Kind = EntryKind.Started,
        At = at,
        Exercise = Ids.Exercise(_channel, $"{_scenarioName}\n{World.Exercises}", at),
        Scenario = _scenarioName,
        Sha256 = Scenario.Sha256,
        Speed = _settings.Speed,
    };

    private Entry Paced(DateTimeOffset now)
    {
        var next = World.Sha256 == Scenario.Sha256 ? World.NextBeat : Scenario.Beats.TakeWhile(b => b.At <= World.LastOffset).Count();
        return new Entry
        {
            Kind = EntryKind.Paced,
            At = now,
            Exercise = World.Exercise!,
            Sha256 = Scenario.Sha256,
            Speed = _settings.Speed,
            Cycle = World.Cycle,
            Beat = next,
            Offset = World.Pace.OffsetAt(now, World.Cycle).Ticks,
        };
    }
}
