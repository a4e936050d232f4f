using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>Why a call came to nothing.</summary>
internal enum Trouble
{
    /// <summary>The request did not leave.</summary>
    NotSent,

    /// <summary>The request may have left; no complete answer came.</summary>
    Lost,

    /// <summary>The server asks to be left alone for a while, and did nothing.</summary>
    Throttled,

    /// <summary>The server failed.</summary>
    ServerFault,

    /// <summary>The credential is not accepted.</summary>
    SignedOut,

    /// <summary>The access token has run out; the rest of the credential may still be good.</summary>
    Expired,

    /// <summary>The server said no.</summary>
    Refused,

    /// <summary>The answer cannot be understood.</summary>
    Unreadable,

    /// <summary>The answer is longer than we are prepared to read.</summary>
    TooLarge,
}

/// <summary>A failure on the way to an outcome.</summary>
/// <param name="Trouble">What sort.</param>
/// <param name="Why">A sentence for staff.</param>
/// <param name="After">When to try again, where that may help.</param>
/// <param name="Code">The network's name of the error, or empty.</param>
/// <param name="Answer">The answer that said so, where there was one.</param>
internal sealed record Failure(Trouble Trouble, string Why, TimeSpan After = default, string Code = "", Answer? Answer = null)
{
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(15);

    private TimeSpan Wait => After > TimeSpan.Zero ? After : BackOff;

    /// <summary>What it means for a call that changes nothing.</summary>
    public Outcome<T> ToReading<T>() => Trouble switch
    {
        Trouble.NotSent or Trouble.Lost or Trouble.Throttled or Trouble.ServerFault => new Outcome<T>.Retry(Wait, Why),
        Trouble.SignedOut or Trouble.Expired => new Outcome<T>.Reconnect(Why),
        Trouble.Refused => new Outcome<T>.Refused(Why),
        Trouble.Unreadable or Trouble.TooLarge => new Outcome<T>.Broken(Why),
    };

    /// <summary>What it means for a call that changes the network: where the server may have acted, nobody knows.</summary>
    public Outcome<T> ToChange<T>() => Trouble switch
    {
        Trouble.NotSent or Trouble.Throttled => new Outcome<T>.Retry(Wait, Why),
        Trouble.SignedOut or Trouble.Expired => new Outcome<T>.Reconnect(Why),
        Trouble.Refused => new Outcome<T>.Refused(Why),
        Trouble.Lost or Trouble.ServerFault or Trouble.Unreadable or Trouble.TooLarge => new Outcome<T>.OutcomeUnknown(Why),
    };
}
