namespace PoliceSocial.Host.Shelf;

/// <summary>Where a version of a plugin stands: the words an operator reads.</summary>
internal enum PluginState
{
    /// <summary>On disk; not loaded yet.</summary>
    Staged,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Did not pass the gate; none of its code was loaded.</summary>
    Refused,

    /// <summary>Passed the gate, but could not be loaded or failed its trial; whatever ran before still runs.</summary>
    Failed,

    /// <summary>Replaced or removed; its last calls are ending.</summary>
    Draining,

    /// <summary>Replaced, and gone from memory.</summary>
    Unloaded,

    /// <summary>Replaced and no longer used, but something in it keeps it in memory until the service restarts.</summary>
    StillInMemory,

    /// <summary>Taken off the shelf, and gone from memory.</summary>
    Removed,
}
