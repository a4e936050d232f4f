namespace PoliceSocial.Bench.Faults;

/// <summary>Where the service was when it was killed. Several may hold at once, and are told by what was stored and by the network, not by the aim.</summary>
[Flags]
internal enum Phase
{
    None = 0,

    /// <summary>It had not answered anybody yet.</summary>
    Start = 1 << 0,

    /// <summary>It had been handed messages that were not yet stored.</summary>
    Ingest = 1 << 1,

    /// <summary>A reply was taken or intended, and not yet sent.</summary>
    Intent = 1 << 2,

    /// <summary>The network was being called to publish, and had not yet answered.</summary>
    Call = 1 << 3,

    /// <summary>The network had answered, and that was not yet stored.</summary>
    Answer = 1 << 4,

    /// <summary>The network was being read back for a reply in doubt, or what it showed was not yet stored.</summary>
    ReadBack = 1 << 5,

    /// <summary>The ledger did not yet have all that had happened.</summary>
    Ledger = 1 << 6,

    /// <summary>It was stopping.</summary>
    Shutdown = 1 << 7,

    /// <summary>A connector was chosen and not yet in use.</summary>
    Swap = 1 << 8,
}

/// <summary>The instant of a kill, as the network saw it; the store is asked afterwards.</summary>
internal sealed class Instant(Wall wall, bool isStarting, bool isStopping)
{
    private const long Attempting = 2;
    private const long InDoubt = 5;
    private readonly int _calls = wall.UnderWay;
    private readonly HashSet<string> _answered = [.. wall.Answered];
    private readonly int _looks = wall.LooksUnderWay;
    private readonly HashSet<string> _told = [.. wall.Told];

    /// <summary>Which phases it fell in, by what the killed service left.</summary>
    public Phase PhasesOf(string data, long handed)
    {
        var open = Traces.OpenDeliveries(data);
        return (isStarting ? Phase.Start : Phase.None)
            | (handed > Traces.FromNetwork(data) ? Phase.Ingest : Phase.None)
            | (Traces.RepliesUnderWay(data) > open.Values.Count(s => s is Attempting or InDoubt) ? Phase.Intent : Phase.None)
            | (_calls > 0 ? Phase.Call : Phase.None)
            | (_answered.Any(key => open.GetValueOrDefault(key) == Attempting) ? Phase.Answer : Phase.None)
            | (_looks > 0 || _told.Any(key => open.GetValueOrDefault(key) == InDoubt) ? Phase.ReadBack : Phase.None)
            | (Traces.IsLedgerBehind(data) ? Phase.Ledger : Phase.None)
            | (isStopping ? Phase.Shutdown : Phase.None)
            | (ConnectorChoice.IsUnderWay(data) ? Phase.Swap : Phase.None);
    }
}
