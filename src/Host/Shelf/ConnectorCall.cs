using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>
/// One call into a plugin. Whatever it does – throw, block, ignore its token – the caller gets an outcome in bounded time, and
/// the call is counted until it has really ended.
/// </summary>
internal sealed class ConnectorCall<TCapability, T>(
    LoadedVersion version, LentConnector lent, Func<TCapability, CancellationToken, Task<Outcome<T>>> use, ShelfOptions options,
    ILogger log)
    where TCapability : class
{
    // Whatever may have written to the network is unknown, not failed: the delivery engine reads the network back and repeats nothing.
    private static readonly bool Writes = typeof(TCapability) == typeof(IPublish);

    private string Name => version.Manifest.Name;

    /// <exception cref="OperationCanceledException">The caller's own token was cancelled.</exception>
    public async Task<Outcome<T>> RunAsync(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, version.CutOff);
        using var enough = new CancellationTokenSource();
        // Not on this thread: a plugin that blocks would take its caller with it. Not cancellable either: it must always leave.
        var work = Task.Run(() => EnterAsync(either.Token, ct), CancellationToken.None);
        await using var grace = either.Token.Register(() => enough.CancelAfter(options.CutOffFor));
        try
        {
            return await work.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            if (work.IsCompleted)
                return await work;

            log.LogError(
                "A call to {Plugin} did not end within {Grace} of being cancelled and was left behind.", version.Version, options.CutOffFor);
            ct.ThrowIfCancellationRequested();
            return CutShort();
        }
    }

    private async Task<Outcome<T>> EnterAsync(CancellationToken either, CancellationToken ct)
    {
        try
        {
            return Connector() switch
            {
                TCapability able => await use(able, either),
                null => new Outcome<T>.Broken(
                    $"The {Name} connector could not be started. Its supplier can find out why from the service's log."),
                _ => new Outcome<T>.Refused($"The {Name} connector cannot do this."),
            };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (version.CutOff.IsCancellationRequested)
        {
            return CutShort();
        }
        catch (Exception e)
        {
            return Failed(e);
        }
        finally
        {
            await version.LeaveAsync(lent);
        }
    }

    private IConnector? Connector()
    {
        try
        {
            return lent.Open();
        }
        catch (Exception e)
        {
            version.Retire(lent.Channel.ChannelId);
            Log(e);
            return null;
        }
    }

    private Outcome<T> Failed(Exception e)
    {
        Log(e);
        var why = $"The {Name} connector failed with {e.GetType().Name}. Its supplier can find out why from the service's log.";
        return Writes ? new Outcome<T>.OutcomeUnknown(why) : new Outcome<T>.Broken(why);
    }

    private Outcome<T> CutShort()
    {
        var why = $"The {Name} connector was replaced, and this call had not ended in time.";
        return Writes ? new Outcome<T>.OutcomeUnknown(why) : new Outcome<T>.Retry(TimeSpan.FromSeconds(1), why);
    }

    // The type and the place, never the message, which may hold what a person wrote; as text, for the exception would keep the plugin.
    private void Log(Exception e) =>
        log.LogError("{Plugin} failed with {Fault} at {Place}", version.Version, e.GetType().FullName, e.StackTrace);
}
