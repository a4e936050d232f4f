namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Lets one call through, or none. Once it was closed unused, it is certain that nothing was and will be called, even by a
/// connector that comes to life late.
/// </summary>
internal sealed class Gate
{
    private const int Open = 0;
    private const int Passed = 1;
    private const int Closed = 2;
    private int _state;

    /// <summary>True for the one caller who may pass.</summary>
    public bool TryPass() => Interlocked.CompareExchange(ref _state, Passed, Open) == Open;

    /// <summary>Closes it. True where nobody had passed.</summary>
    public bool CloseUnused() => Interlocked.CompareExchange(ref _state, Closed, Open) != Passed;
}
