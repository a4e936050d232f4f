using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PoliceSocial.Host.Shelf;

/// <summary>Watches whether an unloaded plugin has left memory.</summary>
internal static class PluginTrace
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WeakReference Of(object fromPlugin) => new(AssemblyLoadContext.GetLoadContext(fromPlugin.GetType().Assembly));

    /// <summary>Waits, bounded, until it is gone. It collects explicitly: an idle service never does by itself.</summary>
    public static async Task<bool> IsGoneAsync(WeakReference trace, TimeSpan patience, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        for (var wait = Pause; ; wait *= 2)
        {
            Collect();
            if (!trace.IsAlive)
                return true;
            if (clock.GetElapsedTime(started) + wait > patience)
                return false;
            await Task.Delay(wait, clock);
        }
    }

    public static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
