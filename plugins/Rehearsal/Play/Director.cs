using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Play;

/// <summary>Says what happens next and when.</summary>
internal sealed class Director(World world, Scenario scenario, bool repeats, Composer composer)
{
    /// <summary>The next thing whose time has come, or null.</summary>
    public Entry? Next(DateTimeOffset now)
    {
        var turn = Turn(now);
        var reaction = world.NextReaction;
        if (reaction is not null && reaction.Due <= now && (turn is null || reaction.Due < turn.Value.Due))
            return composer.React(reaction);
        return turn is { } due && due.Due <= now ? composer.Play(due.Beat, due.Cycle, scenario.Beats[due.Beat], due.Due) : null;
    }

    /// <summary>When something will happen by itself; null when the exercise is over.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset now) => (Turn(now)?.Due, world.NextReaction?.Due) switch
    {
        ({ } turn, { } reaction) => turn < reaction ? turn : reaction,
        var (turn, reaction) => turn ?? reaction,
    };

    private (int Cycle, int Beat, DateTimeOffset Due)? Turn(DateTimeOffset now)
    {
        var (cycle, beat) = (world.Cycle, world.NextBeat);
        if (beat >= scenario.Beats.Count)
        {
            if (!repeats)
                return null;
            // Whole playings that nobody was there for are not made up for: a demonstration left alone over a weekend starts afresh.
            (cycle, beat) = (cycle + Math.Max(1, world.Pace.CyclesPast(cycle, now)), 0);
        }

        return (cycle, beat, world.Pace.Due(cycle, scenario.Beats[beat].At));
    }
}
