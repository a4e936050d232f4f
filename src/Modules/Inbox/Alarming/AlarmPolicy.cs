using System.Text.Json;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>Whom an alarm reaches that nobody acknowledges, and when; administrators change it.</summary>
internal sealed record AlarmPolicy
{
    public const int MostSteps = 5;

    public IReadOnlyList<AlarmStep> Steps { get; init; } = [];

    /// <summary>Where the hook of a step is sent to; null for nowhere.</summary>
    public string? HookAddress { get; init; }

    /// <summary>After the last step, it is taken again every so many minutes until somebody acknowledges; 0 for never.</summary>
    public int RepeatMinutes { get; init; }

    /// <summary>True where alarms of exercises call people and systems too.</summary>
    public bool CallsForExercises { get; init; }

    /// <summary>What a force begins with: its supervisors, then everybody and whoever is on call.</summary>
    public static AlarmPolicy Shipped => new()
    {
        Steps =
        [
            new() { Seconds = 60, Name = "supervisors", Audience = AlarmAudience.May(InboxPermissions.Approve) },
            new() { Seconds = 120, Name = "everybody, and whoever is on call", Audience = AlarmAudience.Everybody, Hook = true },
        ],
        RepeatMinutes = 10,
    };

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static AlarmPolicy Read(string json) => JsonSerializer.Deserialize<AlarmPolicy>(json, JsonSerializerOptions.Web)!;

    /// <summary>The step that is due for an alarm; null where none is yet.</summary>
    /// <param name="taken">How many were taken.</param>
    /// <param name="raisedAt">When the alarm was raised.</param>
    /// <param name="takenAt">When the last was taken.</param>
    /// <param name="now">The time.</param>
    public AlarmStep? Due(int taken, DateTimeOffset raisedAt, DateTimeOffset? takenAt, DateTimeOffset now)
    {
        if (taken < Steps.Count)
            return raisedAt.AddSeconds(Steps[taken].Seconds) <= now ? Steps[taken] : null;
        return RepeatMinutes > 0 && Steps.Count > 0 && takenAt is { } last && last.AddMinutes(RepeatMinutes) <= now ? Steps[^1] : null;
    }
}

/// <summary>One step of it.</summary>
internal sealed record AlarmStep
{
    /// <summary>How long after the alarm was raised.</summary>
    public required int Seconds { get; init; }

    /// <summary>Whom it reaches, in the force's words; screens say it.</summary>
    public required string Name { get; init; }

    /// <summary>To whose screens it comes, whatever their channels; see <see cref="AlarmAudience"/>.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Who gets an e-mail.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>True where the hook is sent.</summary>
    public bool Hook { get; init; }
}
