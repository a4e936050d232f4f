using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>
/// What is so on the network: everything in it follows from the journal's lines, in order, and from nothing else. That is what lets
/// the same night go on after a kill.
/// </summary>
internal sealed class World(string scenarioName, Scenario scenario)
{
    private readonly Dictionary<string, Root> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _lastWrote = new(StringComparer.Ordinal);
    private Stimuli _stimuli = new(scenario);
    private bool _ours;

    public string? Exercise { get; private set; }

    /// <summary>The journal's first exercise: tells one journal from another.</summary>
    public string? FirstExercise { get; private set; }

    public int Exercises { get; private set; }

    public string? Sha256 { get; private set; }

    public Pace Pace { get; private set; } = new(default, 0, default, 1, scenario.Length);

    public int Cycle { get; private set; }

    public int NextBeat { get; private set; }

    public TimeSpan LastOffset { get; private set; }

    public Root? OwnPost { get; private set; }

    public SentMessages Sent { get; } = new();

    public bool IsRunning => _ours;

    public Pending? NextReaction => _stimuli.Next;

    public bool IsBusy => _stimuli.Count > 5_000;

    /// <summary>A message of the current playing by the scenario's name for it.</summary>
    public Root? Find(string name) => _written.GetValueOrDefault(name);

    public bool IsGone(string id) => _gone.ContainsKey(id);

    public DateTimeOffset? LastWrote(string person) => _lastWrote.TryGetValue(person, out var at) ? at : null;

    public void Apply(Entry entry, long offset, int length)
    {
        if (entry.Kind is EntryKind.Started)
            Start(entry);
        if (entry.Kind is EntryKind.Sent or EntryKind.Withdrawn)
            Sent.Note(entry, offset, length);
        if (!_ours)
            return;
        switch (entry.Kind)
        {
            case EntryKind.Paced:
                (Pace, Cycle, NextBeat, Sha256) = (PaceOf(entry), entry.Cycle, entry.Beat!.Value, entry.Sha256);
                break;
            case EntryKind.Sent:
                _stimuli.Add(entry, Cycle, Pace.Speed);
                if (entry.Message is MessageKind.Post)
                    OwnPost = new Root(entry.Id!, entry.Text ?? "", entry.Author!, entry.At);
                break;
            case EntryKind.Posted or EntryKind.Written or EntryKind.Edited or EntryKind.Deleted or EntryKind.Skipped:
                Happened(entry);
                break;
            default:
                break;
        }
    }

    private void Start(Entry entry)
    {
        (Exercise, Sha256, Exercises, Cycle, NextBeat) = (entry.Exercise, entry.Sha256, Exercises + 1, 0, 0);
        FirstExercise ??= entry.Exercise;
        Pace = PaceOf(entry);
        _ours = entry.Scenario == scenarioName;
        _written.Clear();
        _gone.Clear();
        _lastWrote.Clear();
        (_stimuli, OwnPost, LastOffset) = (new Stimuli(scenario), null, default);
    }

    private Pace PaceOf(Entry entry) => new(
        entry.At, entry.Cycle, TimeSpan.FromTicks(entry.Offset ?? 0), entry.Speed ?? 1, scenario.Length);

    private void Happened(Entry entry)
    {
        if (entry.Beat is { } beat)
            Reach(entry, beat);
        if (entry.Reaction is { } reaction)
            _stimuli.Settle(reaction);
        if (entry is { Kind: EntryKind.Posted or EntryKind.Written, Name: { } name })
            _written[name] = entry.On is { } on && entry.Kind is EntryKind.Posted ? on : new Root(entry.Id!, entry.Text ?? "", entry.Author!, entry.At);
        if (entry.Kind is EntryKind.Written)
            _lastWrote[entry.Author!.Key] = entry.At;
        if (entry.Kind is EntryKind.Deleted)
            _gone[entry.Id!] = entry.Cycle;
    }

    private void Reach(Entry entry, int beat)
    {
        if (entry.Cycle > Cycle)
        {
            _written.Clear();
            _stimuli.Forget();
            foreach (var old in _gone.Where(g => g.Value < Cycle).Select(g => g.Key).ToList())
                _gone.Remove(old);
        }

        (Cycle, NextBeat, LastOffset) = (entry.Cycle, beat + 1, TimeSpan.FromTicks(entry.Offset ?? 0));
    }
}
