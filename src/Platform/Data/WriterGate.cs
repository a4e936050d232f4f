namespace PoliceSocial.Platform.Data;

/// <summary>
/// Lets one writer in at a time. Somebody who waits at a screen goes before the service's own batches, though never so many of them
/// in a row that the batches come to nothing.
/// </summary>
internal sealed class WriterGate
{
    private const int FirstInARow = 8;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _first = new();
    private readonly Queue<TaskCompletionSource> _others = new();
    private int _inARow;
    private bool _taken;

    /// <summary>Waits for a turn, which <see cref="Leave"/> ends.</summary>
    /// <param name="first">Goes before those who are not.</param>
    /// <param name="patience">How long it waits.</param>
    /// <param name="ct">Cancels the waiting.</param>
    /// <exception cref="TimeoutException">Its turn did not come in time.</exception>
    public ValueTask EnterAsync(bool first, TimeSpan patience, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return ValueTask.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (first ? _first : _others).Enqueue(turn);
            return new(WaitAsync(turn, patience, ct));
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (Next() is { } turn)
            {
                // One that no longer waits is passed over.
                if (turn.TrySetResult())
                    return;
            }

            (_taken, _inARow) = (false, 0);
        }
    }

    private async Task WaitAsync(TaskCompletionSource turn, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            await turn.Task.WaitAsync(patience, ct);
        }
        catch
        {
            // Its turn came just when it gave up: the next one must have it.
            if (!turn.TrySetCanceled(CancellationToken.None))
                Leave();
            throw;
        }
    }

    private TaskCompletionSource? Next()
    {
        if (_first.Count > 0 && (_others.Count == 0 || _inARow < FirstInARow))
        {
            _inARow++;
            return _first.Dequeue();
        }

        _inARow = 0;
        return _others.TryDequeue(out var turn) ? turn : null;
    }
}
