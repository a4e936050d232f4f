namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Calls the network once for something that changes it, bounded. Where the connector was never reached, nothing happened, and
/// the answer is <c>Retry</c>; where it was and did not clearly answer, it is <c>OutcomeUnknown</c>.
/// </summary>
internal sealed class CallOnce(IConnectorLines lines, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(2);

    public async Task<Outcome<T>> CallAsync<T>(long channelId, Func<IPublish, CancellationToken, Task<Outcome<T>>> call, CancellationToken ct)
    {
        var gate = new Gate();
        using var tooLong = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
        try
        {
            var outcome = await lines.UseAsync<IPublish, T>(
                channelId, (line, token) => gate.TryPass() ? call(line, token) : Task.FromResult(NotReached<T>()), end.Token)
                .WaitAsync(Longest + ToEnd, clock, ct);
            return gate.CloseUnused() ? Unreached(outcome) : outcome is Outcome<T>.Broken broken ? new Outcome<T>.OutcomeUnknown(broken.Why) : outcome;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            gate.CloseUnused();
            throw;
        }
        catch (Exception e)
        {
            var why = e is OperationCanceledException or TimeoutException
                ? "The network did not answer within 30 seconds."
                : $"The connector failed ({e.GetType().Name}).";
            return gate.CloseUnused() ? new Outcome<T>.Retry(Patience.Unsaid, why) : new Outcome<T>.OutcomeUnknown(why);
        }
    }

    /// <summary>The channel stopped being connected meanwhile, or its plugin is not to be had.</summary>
    private static Outcome<T>.Retry Unreached<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Retry retry => retry,
        Outcome<T>.Reconnect reconnect => new(Patience.BeforeSignIn, reconnect.Why),
        Outcome<T>.Refused refused => new(Patience.BeforeSignIn, refused.Why),
        Outcome<T>.Broken broken => new(Patience.Unsaid, broken.Why),
        Outcome<T>.OutcomeUnknown unknown => new(Patience.Unsaid, unknown.Why),
        _ => new(Patience.Unsaid, "The connector was not reached."),
    };

    private static Outcome<T> NotReached<T>() => new Outcome<T>.Retry(Patience.Unsaid, "The connector was reached too late.");
}
