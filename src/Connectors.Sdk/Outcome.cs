namespace PoliceSocial.Connectors.Sdk;

/// <summary>
/// What came of asking a network for something. Failures are values: the host decides what happens next, a connector never
/// throws for what a network is known to do.
/// </summary>
/// <typeparam name="T">What the network gives when it does as asked.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>The network did as asked.</summary>
    /// <param name="Value">What it answered.</param>
    public sealed record Success(T Value) : Outcome<T>;

    /// <summary>
    /// Nothing happened on the network, and the same request may be made again. Never for a change whose fate is uncertain:
    /// that is <see cref="OutcomeUnknown"/>.
    /// </summary>
    /// <param name="After">How long the network asks to be left alone (its <c>Retry-After</c>, or the connector's own back-off).</param>
    /// <param name="Why">One sentence for staff, without secrets.</param>
    public sealed record Retry(TimeSpan After, string Why) : Outcome<T>;

    /// <summary>The credential is no longer accepted. A person must connect the channel again; nothing is tried meanwhile.</summary>
    /// <param name="Why">One sentence for staff, without secrets.</param>
    public sealed record Reconnect(string Why) : Outcome<T>;

    /// <summary>The network understood and said no: nothing was changed, and asking again would get the same answer.</summary>
    /// <param name="Why">One sentence for staff: what the network said.</param>
    public sealed record Refused(string Why) : Outcome<T>;

    /// <summary>The network answered something that could not be understood. Nothing was lost: the host asks again from the same place.</summary>
    /// <param name="Why">One sentence for staff, without secrets or personal data.</param>
    public sealed record Broken(string Why) : Outcome<T>;

    /// <summary>
    /// The request may or may not have taken effect (a time-out after sending, a dropped connection, a 5xx to a change).
    /// It is never repeated blindly: the host asks <see cref="IPublish.FindAsync"/> what happened.
    /// </summary>
    /// <param name="Why">One sentence for staff, without secrets.</param>
    public sealed record OutcomeUnknown(string Why) : Outcome<T>;

    /// <summary>Carries a failure over to another type of success.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    /// <exception cref="InvalidOperationException">This is a success.</exception>
    public Outcome<TOther> As<TOther>() => this switch
    {
        Retry r => new Outcome<TOther>.Retry(r.After, r.Why),
        Reconnect r => new Outcome<TOther>.Reconnect(r.Why),
        Refused r => new Outcome<TOther>.Refused(r.Why),
        Broken r => new Outcome<TOther>.Broken(r.Why),
        OutcomeUnknown r => new Outcome<TOther>.OutcomeUnknown(r.Why),
        _ => throw new InvalidOperationException("A success has no failure to carry over."),
    };
}
