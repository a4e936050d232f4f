using System.Collections.Concurrent;

namespace PoliceSocial.Publishing.Send;

/// <summary>Asks the network, right before something goes out, what it takes now, and holds it against that.</summary>
internal sealed class AskLimits(IConnectorLines lines, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<long, (PublishLimits Limits, DateTimeOffset At)> _known = new();

    /// <param name="channelId">The channel.</param>
    /// <param name="outbound">What goes out.</param>
    /// <param name="heardAt">When the recipient of a private message last wrote privately, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Fitting> AskAsync(long channelId, Outbound outbound, DateTimeOffset? heardAt, CancellationToken ct)
    {
        using var tooLong = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
        try
        {
            var outcome = await lines.UseAsync<IPublish, Measure>(channelId, (line, token) => MeasureAsync(channelId, line, outbound.Text, token), end.Token)
                .WaitAsync(Longest + TimeSpan.FromSeconds(2), clock, ct);
            return ToFitting(outbound, heardAt, outcome);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is OperationCanceledException or TimeoutException)
        {
            return new Fitting.NotNow(Patience.Unsaid, "The network does not say what it takes now.");
        }
    }

    private Fitting ToFitting(Outbound outbound, DateTimeOffset? heardAt, Outcome<Measure> outcome) => outcome switch
    {
        Outcome<Measure>.Success { Value: var measure } =>
            Fit.WhyNot(outbound, measure.Length, measure.Limits, heardAt, clock.GetUtcNow()) is { } why ? new Fitting.TooMuch(why) : new Fitting.Fits(),
        Outcome<Measure>.Retry retry => new Fitting.NotNow(retry.After, retry.Why),
        Outcome<Measure>.Refused refused => new Fitting.TooMuch(refused.Why),
        Outcome<Measure>.Reconnect reconnect => new Fitting.NotNow(Patience.BeforeSignIn, reconnect.Why),
        Outcome<Measure>.Broken broken => new Fitting.NotNow(Patience.Unsaid, broken.Why),
        Outcome<Measure>.OutcomeUnknown unknown => new Fitting.NotNow(Patience.Unsaid, unknown.Why),
        _ => throw new InvalidOperationException($"There is no outcome {outcome.GetType().Name}."),
    };

    /// <summary>Limits that were read a moment ago, or at all where the network does not say them now, are good enough: the network itself has the last word.</summary>
    private async Task<Outcome<Measure>> MeasureAsync(long channelId, IPublish line, string text, CancellationToken ct)
    {
        var length = line.CountLength(text);
        if (_known.TryGetValue(channelId, out var known) && clock.GetUtcNow() - known.At < Fresh)
            return new Outcome<Measure>.Success(new(length, known.Limits));
        switch (await line.ReadLimitsAsync(ct))
        {
            case Outcome<PublishLimits>.Success { Value: var limits }:
                _known[channelId] = (limits, clock.GetUtcNow());
                return new Outcome<Measure>.Success(new(length, limits));
            case Outcome<PublishLimits>.Broken or Outcome<PublishLimits>.OutcomeUnknown when known.Limits is not null:
                return new Outcome<Measure>.Success(new(length, known.Limits));
            case var failed:
                return failed.As<Measure>();
        }
    }

    private sealed record Measure(int Length, PublishLimits Limits);
}

/// <summary>Whether something can go out now.</summary>
internal abstract record Fitting
{
    /// <summary>It keeps the limits.</summary>
    public sealed record Fits : Fitting;

    /// <summary>It will not be taken.</summary>
    public sealed record TooMuch(string Why) : Fitting;

    /// <summary>It cannot be said yet.</summary>
    public sealed record NotNow(TimeSpan After, string Why) : Fitting;
}
