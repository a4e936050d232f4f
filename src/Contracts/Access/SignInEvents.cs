using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Access;

/// <summary>Somebody signed in.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="SessionId">The session that began.</param>
/// <param name="SecondFactor">True where a second factor was shown.</param>
[Family(Family.SignIn)]
public sealed record SignInSucceeded(long PersonId, long SessionId, bool SecondFactor) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>Somebody tried to sign in and could not. The name that was typed is not kept: people type passwords there.</summary>
/// <param name="PersonId">The person whose name was given, or null where nobody has it.</param>
/// <param name="Why">What was wrong.</param>
[Family(Family.SignIn)]
public sealed record SignInFailed(long? PersonId, SignInFailure Why) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId ?? 0}";
}

/// <summary>Too many wrong tries: nobody can sign in as this person for a while.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Until">When it ends by itself.</param>
[Family(Family.SignIn)]
public sealed record PersonLockedOut(long PersonId, DateTimeOffset Until) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A recovery code was used up in place of the second factor.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Left">How many are left.</param>
[Family(Family.SignIn)]
public sealed record RecoveryCodeUsed(long PersonId, int Left) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>Somebody signed out.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="SessionId">The session that ended.</param>
[Family(Family.SignIn)]
public sealed record SignedOut(long PersonId, long SessionId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A sign-in session was ended from elsewhere.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="SessionId">The session.</param>
[Family(Family.SignIn)]
public sealed record SessionRevoked(long PersonId, long SessionId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>All sessions of a person ended, save perhaps one.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="KeptSessionId">The session that stayed, or null.</param>
[Family(Family.SignIn)]
public sealed record SessionsRevoked(long PersonId, long? KeptSessionId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>What was wrong with an attempt to sign in.</summary>
public enum SignInFailure
{
    /// <summary>Nobody has this sign-in name.</summary>
    UnknownName = 1,

    /// <summary>The password was wrong.</summary>
    WrongPassword = 2,

    /// <summary>The person was locked out.</summary>
    LockedOut = 3,

    /// <summary>The person is disabled or has not chosen a password yet.</summary>
    NotActive = 4,

    /// <summary>The code of the second factor was wrong.</summary>
    WrongCode = 5,

    /// <summary>The code was right but had been used before.</summary>
    CodeUsedBefore = 6,

    /// <summary>The recovery code was wrong or used up.</summary>
    WrongRecoveryCode = 7,

    /// <summary>Too many attempts from one network address.</summary>
    TooManyFromAddress = 8,
}

/// <summary>Sessions that ended long ago were deleted, with the network addresses and devices in them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Before">They ended before this.</param>
[Family(Family.Erased)]
public sealed record SessionsForgotten(int Count, DateTimeOffset Before) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "sessions:0";
}
