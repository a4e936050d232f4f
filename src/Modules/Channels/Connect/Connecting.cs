using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>The steps of connecting, one after another, as both forms take them.</summary>
internal sealed class Connecting(BeginConnecting begin, TryConnection tryIt, StartSignIn start, ActFactory acts, Ids ids)
{
    /// <summary>Keeps what was filled in, and asks the network whose account it is.</summary>
    public async Task<Step> CheckAsync(Person person, string connector, IReadOnlyDictionary<string, string> values, Channel? reconnects, CancellationToken ct) =>
        await BeginAsync(person, connector, values, reconnects, ct) switch
        {
            BeginOutcome.Begun begun => new Step.Tried(await tryIt.RunAsync(acts.By(person, TryConnection.Kind), begun.Attempt, ct)),
            BeginOutcome.NotFilledIn wrong => new Step.NotFilledIn(wrong.Errors),
            _ => new Step.NoSuchPlugin(),
        };

    /// <summary>Keeps what was filled in, and asks where the network's own sign-in page is.</summary>
    public async Task<Step> LeaveAsync(
        Person person, string connector, IReadOnlyDictionary<string, string> values, Channel? reconnects, Uri callback, CancellationToken ct) =>
        await BeginAsync(person, connector, values, reconnects, ct) switch
        {
            BeginOutcome.Begun begun => new Step.Leaving(await start.RunAsync(acts.By(person, StartSignIn.Kind), begun.Attempt, callback, ct)),
            BeginOutcome.NotFilledIn wrong => new Step.NotFilledIn(wrong.Errors),
            _ => new Step.NoSuchPlugin(),
        };

    private Task<BeginOutcome> BeginAsync(
        Person person, string connector, IReadOnlyDictionary<string, string> values, Channel? reconnects, CancellationToken ct) =>
        begin.RunAsync(acts.By(person, BeginConnecting.Kind), new(ids.New(), connector, values, reconnects), ct);
}

/// <summary>How far it went.</summary>
internal abstract record Step
{
    public sealed record Tried(TryOutcome Outcome) : Step;

    public sealed record Leaving(StartOutcome Outcome) : Step;

    public sealed record NotFilledIn(IReadOnlyDictionary<string, string> Errors) : Step;

    public sealed record NoSuchPlugin : Step;
}
