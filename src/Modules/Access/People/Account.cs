using PoliceSocial.Contracts;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>
/// A person as ASP.NET Core Identity handles one: what its <c>UserManager</c> changes, on behalf of which act, what to tell of
/// it, and what else belongs into the same transaction.
/// </summary>
internal sealed class Account(PersonRow row, Act? act = null)
{
    private readonly List<IEvent> _happened = [];
    private PersonRow _stored = row;
    private readonly List<Func<Session, CancellationToken, Task>> _together = [];
    private Func<Session, CancellationToken, Task<string?>>? _unless;

    public PersonRow Row { get; set; } = row;

    public long Id => Row.Id;

    /// <summary>Is there anything to save? Identity's manager also saves where nothing changed.</summary>
    public bool Changed => Row != _stored || _happened.Count > 0 || _together.Count > 0;

    public Act Act => act ?? throw new InvalidOperationException("This account was loaded for reading; load it for an act to change it.");

    /// <summary>Told when the account is next saved.</summary>
    public Account Tells(IEvent happened)
    {
        _happened.Add(happened);
        return this;
    }

    /// <summary>Done in the transaction in which the account is next saved.</summary>
    public Account Together(Func<Session, CancellationToken, Task> work)
    {
        _together.Add(work);
        return this;
    }

    /// <summary>Asked last, in the same transaction: what it answers is why nothing of all that may be kept.</summary>
    public Account Unless(Func<Session, CancellationToken, Task<string?>> why)
    {
        _unless = why;
        return this;
    }

    /// <summary>Why it may not be kept; null where it may.</summary>
    public async Task<string?> WhyNotAsync(Session session, CancellationToken ct) => _unless is { } why ? await why(session, ct) : null;

    /// <summary>It is stored now.</summary>
    public void Saved()
    {
        Row = Row with { Version = Row.Version + 1 };
        _stored = Row;
        _together.Clear();
        _happened.Clear();
    }

    /// <summary>Does what belongs together with a save, and tells of it.</summary>
    public async Task FinishAsync(Session session, CancellationToken ct)
    {
        foreach (var work in _together)
            await work(session, ct);
        _happened.ForEach(session.Raise);
    }
}
