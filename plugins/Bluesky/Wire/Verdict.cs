using System.Globalization;

namespace PoliceSocial.Bluesky;

/// <summary>Reads from a status and the network's error names what an answer means.</summary>
internal static class Verdict
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Throttled = TimeSpan.FromMinutes(1);

    /// <summary>Why the answer is not what was asked for; null where it is.</summary>
    public static Failure? Of(Answer answer, DateTimeOffset now)
    {
        if (answer.IsSuccess)
            return null;
        var error = NetworkError.Read(answer.Body);
        var after = After(answer, now);
        return answer.Status switch
        {
            429 => new(Trouble.Throttled, "Bluesky asks for a pause: its rate limit is used up.", after ?? Throttled, error.Name, answer),
            >= 500 => new(Trouble.ServerFault, $"Bluesky's server failed ({answer.Status}).", after ?? default, error.Name, answer),
            _ when error.Name is "ExpiredToken" => new(Trouble.Expired, "The sign-in has run out.", default, error.Name, answer),
            // A token that cannot be verified is answered with 400, not 401.
            401 or 400 when answer.Status == 401 || error.Name is "InvalidToken" =>
                new(Trouble.SignedOut, $"Bluesky no longer accepts the sign-in. {error.Sentence}".TrimEnd(), default, error.Name, answer),
            _ when error.Name is "AccountTakedown" or "AccountDeactivated" or "AccountSuspended" =>
                new(Trouble.SignedOut, $"The account is closed. {error.Sentence}".TrimEnd(), default, error.Name, answer),
            _ => new(Trouble.Refused, $"Bluesky refused ({answer.Status}). {error.Sentence}".TrimEnd(), default, error.Name, answer),
        };
    }

    private static TimeSpan? After(Answer answer, DateTimeOffset now)
    {
        var wait = answer.Header("Retry-After") is { } asked ? Read(asked, now) : null;
        if (wait is null && answer.Status == 429 && RateBudget.Read(answer) is { } budget)
            wait = budget.Resets - now;
        return wait is { } span && span > TimeSpan.Zero ? (span < Longest ? span : Longest) : null;
    }

    private static TimeSpan? Read(string asked, DateTimeOffset now)
    {
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - now : null;
    }
}
