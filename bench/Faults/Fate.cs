namespace PoliceSocial.Bench.Faults;

/// <summary>What becomes of a call that asks the network to publish.</summary>
internal enum Fate
{
    /// <summary>It is published and answered within a tenth of a second.</summary>
    Prompt,

    /// <summary>It is published after up to two seconds and a half, whether or not anybody still waits.</summary>
    Slow,

    /// <summary>It is published, and no answer ever comes.</summary>
    Unanswered,

    /// <summary>It is published, and the line is cut before the answer.</summary>
    CutAfter,

    /// <summary>The line is cut, and nothing is published.</summary>
    CutBefore,

    /// <summary>The network says that it takes no more just now.</summary>
    Busy,
}

/// <summary>Draws fates by a seed: three calls in four go well.</summary>
internal sealed class Fates(int seed)
{
    private readonly Random _chance = new(seed);
    private readonly Lock _lock = new();

    public Fate Draw() => Below(100) switch
    {
        < 74 => Fate.Prompt,
        < 82 => Fate.Slow,
        < 87 => Fate.Unanswered,
        < 91 => Fate.CutAfter,
        < 95 => Fate.CutBefore,
        _ => Fate.Busy,
    };

    /// <summary>Some milliseconds, less than so many.</summary>
    public TimeSpan Milliseconds(int most) => TimeSpan.FromMilliseconds(Below(most));

    private int Below(int most)
    {
        lock (_lock)
            return _chance.Next(most);
    }
}
