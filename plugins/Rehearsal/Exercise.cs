using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Journal;
using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal;

/// <summary>Lets one call at a time into the exercise, and turns what can go wrong on the way into outcomes.</summary>
internal sealed class Exercise(ConnectorContext context) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Night? _night;

    /// <summary>Ends when the force next does something.</summary>
    public Task Changed => _changed.Task;

    public async Task<Outcome<T>> EnterAsync<T>(Func<Night, JournalFile, Outcome<T>> act, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        var whole = false;
        try
        {
            _night ??= Load();
            using var journal = JournalFile.Open(context.StateFolder);
            if (_night.IsBeyond(journal))
                _night = Load();
            _night.Open(journal, context.Clock.GetUtcNow(), ct);
            var outcome = act(_night, journal);
            whole = true;
            return outcome;
        }
        catch (Exception e) when (Fault.Of<T>(e) is { } fault)
        {
            return fault;
        }
        finally
        {
            // After a fault only the file says what happened: it is read again.
            if (!whole)
                _night = null;
            _gate.Release();
        }
    }

    public void Announce() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Reads the scenario without beginning it.</summary>
    public Outcome<Scenario> Look()
    {
        try
        {
            return new Outcome<Scenario>.Success(Load().Scenario);
        }
        catch (Exception e) when (Fault.Of<Scenario>(e) is { } fault)
        {
            return fault;
        }
    }

    public void Dispose() => _gate.Dispose();

    private Night Load()
    {
        var settings = ExerciseSettings.Read(context.Settings);
        var scenario = new ScenarioFolder(context.StateFolder).Load(settings.OwnFile ?? settings.Scenario, settings.OwnFile is not null);
        return new Night(settings, scenario, context.ChannelId);
    }
}
