using System.Globalization;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Passes on what the network's headers say is left of a rate limit, not more often than anybody can read.</summary>
internal sealed class RateBudget(TimeProvider clock, Action<ChannelSign> report)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _told = [];

    public void Notice(Answer answer)
    {
        if (Read(answer) is { } budget && IsWorthTelling(budget, answer.Status))
            report(budget);
    }

    public static ChannelSign.Budget? Read(Answer answer)
    {
        if (Number(answer, "RateLimit-Limit") is not { } limit
            || Number(answer, "RateLimit-Remaining") is not { } remaining
            || Number(answer, "RateLimit-Reset") is not { } reset
            || reset is < 0 or > 100_000_000_000)
        {
            return null;
        }

        var policy = answer.Header("RateLimit-Policy") ?? $"{limit}";
        return new ChannelSign.Budget(policy, remaining, limit, DateTimeOffset.FromUnixTimeSeconds(reset));
    }

    private bool IsWorthTelling(ChannelSign.Budget budget, int status)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (status != 429 && _told.TryGetValue(budget.Name, out var told) && now - told < Pause)
                return false;
            if (_told.Count > 50)
                _told.Clear();
            _told[budget.Name] = now;
            return true;
        }
    }

    private static long? Number(Answer answer, string header) =>
        long.TryParse(answer.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
