namespace PoliceSocial.Rehearsal.Play;

/// <summary>How the scenario's time maps to the clock's, from a fixed point of both.</summary>
internal sealed record Pace(DateTimeOffset At, int Cycle, TimeSpan Offset, double Speed, TimeSpan Length)
{
    public DateTimeOffset Due(int cycle, TimeSpan offset) => At + (Length * (cycle - Cycle) + offset - Offset) / Speed;

    public TimeSpan OffsetAt(DateTimeOffset now, int cycle) => Offset + (now - At) * Speed - Length * (cycle - Cycle);

    /// <summary>How many whole playings of the scenario lie between a cycle's start and now.</summary>
    public int CyclesPast(int cycle, DateTimeOffset now) => (int)Math.Max(0, Math.Floor((now - Due(cycle, TimeSpan.Zero)) * Speed / Length));
}
