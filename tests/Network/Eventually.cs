namespace PoliceSocial.Network;

/// <summary>Waits for what a server does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="ask">Answers null while what is waited for is not there yet.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="seconds">How long to ask.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what, CancellationToken ct, int seconds = 60)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask() is { } answer)
                return answer;
            if (TimeProvider.System.GetElapsedTime(started).TotalSeconds > seconds)
                throw new TimeoutException($"After {seconds} seconds there was still not {what}.");
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Asks until it is so.</summary>
    /// <param name="isSo">Whether it is.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="seconds">How long to ask.</param>
    /// <exception cref="TimeoutException">It did not become so.</exception>
    public static Task BeSoAsync(Func<Task<bool>> isSo, string what, CancellationToken ct, int seconds = 60) =>
        GetAsync(async () => await isSo() ? "so" : null, what, ct, seconds);
}
