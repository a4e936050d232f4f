namespace PoliceSocial.Contracts.Access;

/// <summary>Accounts, as an operator at the server's command line manages them.</summary>
public interface IAccounts
{
    /// <summary>Is there any account at all?</summary>
    Task<bool> AnyAsync(CancellationToken ct);

    /// <summary>Makes the first administrator and the roles from their templates; refused as soon as any account exists.</summary>
    /// <param name="signInName">What they will sign in with.</param>
    /// <param name="name">Their name as colleagues know it.</param>
    /// <param name="password">A password that meets the policy, or null for a set-up link.</param>
    /// <param name="ct">Cancels.</param>
    Task<AccountAnswer> CreateFirstAdministratorAsync(string signInName, string name, string? password, CancellationToken ct);

    /// <summary>Adds a person, with roles by name that hold everywhere.</summary>
    /// <param name="signInName">What they will sign in with.</param>
    /// <param name="name">Their name as colleagues know it.</param>
    /// <param name="roles">The names of roles, or none.</param>
    /// <param name="ct">Cancels.</param>
    Task<AccountAnswer> AddPersonAsync(string signInName, string name, IReadOnlyList<string> roles, CancellationToken ct);

    /// <summary>Ends a person's sessions and lets them in no more.</summary>
    /// <param name="signInName">Whose.</param>
    /// <param name="reason">Why, for the ledger.</param>
    /// <param name="ct">Cancels.</param>
    Task<AccountAnswer> DisablePersonAsync(string signInName, string reason, CancellationToken ct);

    /// <summary>Takes a person's password and second factor away and makes a set-up link; the way back in for a sole administrator.</summary>
    /// <param name="signInName">Whose.</param>
    /// <param name="ct">Cancels.</param>
    Task<AccountAnswer> ResetPersonAsync(string signInName, CancellationToken ct);

    /// <summary>
    /// In the Development environment only: a person for each role, with sign-ins to print. Run again, it adds what is missing
    /// and answers the same.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment is another one.</exception>
    Task<IReadOnlyList<RehearsalSignIn>> SeedRehearsalForceAsync(CancellationToken ct);
}

/// <summary>What became of a request about an account.</summary>
/// <param name="Done">True where it was done.</param>
/// <param name="Sentence">What happened, or what to do about it.</param>
/// <param name="SetupPath">The path of a set-up link, to be shown once and given to the person, or null.</param>
public sealed record AccountAnswer(bool Done, string Sentence, string? SetupPath = null);

/// <summary>How to sign in as somebody of the rehearsal force.</summary>
/// <param name="Role">The role.</param>
/// <param name="SignInName">What to sign in with.</param>
/// <param name="Password">The password.</param>
public sealed record RehearsalSignIn(string Role, string SignInName, string Password);
