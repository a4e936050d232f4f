namespace PoliceSocial.Bench.Faults;

/// <summary>What the kills struck, and what went out between them.</summary>
internal sealed class Tally
{
    private const double RepliesForEachKill = 2;
    private const double KillsWithAReplyInFlight = 0.4;
    private const int KillsThatMeetEverything = 50;
    private readonly Dictionary<Phase, int> _fell = Enum.GetValues<Phase>().Where(p => p != Phase.None).ToDictionary(p => p, _ => 0);
    private int _kills;
    private int _missed;
    private int _inFlight;

    /// <summary>How often the ledger could not be verified.</summary>
    public int Unsound { get; set; }

    /// <summary>How many replies were on the network before the service was left in peace.</summary>
    public int PublishedBetween { get; set; }

    /// <summary>How often the service had stopped by itself when it was to be killed; these are no kills.</summary>
    public void Missed() => _missed++;

    public void Fell(Phase phases)
    {
        _kills++;
        foreach (var phase in _fell.Keys.Where(p => phases.HasFlag(p)))
            _fell[phase]++;
        _inFlight += (phases & (Phase.Call | Phase.Answer)) != Phase.None ? 1 : 0;
    }

    /// <summary>Prints where the kills fell; returns whether they hurt enough for the counts to mean something.</summary>
    public bool Print(int publishedInAll)
    {
        Figures.Print("faults.kills", _kills, "kills", 1);
        Figures.Print("faults.stops-that-ended-before-the-kill", _missed, "stops", 1);
        foreach (var (phase, kills) in _fell)
            Figures.Print($"faults.kills-during-{phase.ToString().ToLowerInvariant()}", kills, "kills", _kills);
        Figures.Print("faults.sent-after-the-last-kill", publishedInAll - PublishedBetween, "replies", Math.Max(1, publishedInAll));
        return AtLeast("faults.sent-between-kills", PublishedBetween, "replies", RepliesForEachKill * _kills)
            & AtLeast("faults.kills-with-a-reply-in-flight", _inFlight, "kills", KillsWithAReplyInFlight * _kills)
            & AtLeast("faults.phases-struck", _fell.Values.Count(n => n > 0), "phases", _kills < KillsThatMeetEverything ? 5 : _fell.Count);
    }

    private static bool AtLeast(string name, double value, string unit, double least)
    {
        Figures.Print(name, value, unit, least, ">=1");
        return value >= least;
    }
}
