using FluentValidation.Results;
using PoliceSocial.Inbox.Contacts.Looks;

namespace PoliceSocial.Inbox.Contacts;

/// <summary>What came of asking to see a contact's history.</summary>
internal abstract record LookResult
{
    private LookResult()
    {
    }

    /// <summary>There is nobody of whom this person may see anything.</summary>
    public sealed record NotThere : LookResult;

    /// <summary>Something must be said first.</summary>
    /// <param name="Questions">What is asked.</param>
    /// <param name="Problems">What is wrong with what was said; empty where nothing was said yet.</param>
    public sealed record Asks(LookQuestions Questions, IReadOnlyList<ValidationFailure> Problems) : LookResult;

    /// <summary>All was said that must be; it is shown to whoever opens it now.</summary>
    public sealed record Granted : LookResult;

    /// <summary>Here it is.</summary>
    public sealed record Shown(ContactHistory History) : LookResult;
}
