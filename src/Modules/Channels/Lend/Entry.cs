namespace PoliceSocial.Channels.Lend;

/// <summary>The answer to who asks to call.</summary>
internal abstract record Entry
{
    /// <summary>Now.</summary>
    /// <param name="Probe">True where this call alone tries whether the network makes sense again.</param>
    public sealed record Go(bool Probe) : Entry;

    /// <summary>Not yet.</summary>
    public sealed record Wait(TimeSpan For, string Why) : Entry;
}
