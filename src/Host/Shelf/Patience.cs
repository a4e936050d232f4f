namespace PoliceSocial.Host.Shelf;

/// <summary>Waits for something without waiting for ever.</summary>
internal static class Patience
{
    public static async Task<bool> WithinAsync(Task task, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource();
        var first = await Task.WhenAny(task, Task.Delay(patience, enough.Token));
        await enough.CancelAsync();
        return first == task;
    }
}
