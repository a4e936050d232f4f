using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Access;

/// <summary>A person was added; they choose their password by a link that was shown once.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="SignInName">What they sign in with.</param>
[Family(Family.Configured)]
public sealed record PersonAdded(long PersonId, string SignInName) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person was given another name.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Altered)]
public sealed record PersonRenamed(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person may no longer sign in; their sessions ended.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Reason">Why, as the administrator said.</param>
[Family(Family.Configured)]
public sealed record PersonDisabled(long PersonId, string Reason) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person who had been disabled may come back, by a new link.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record PersonEnabled(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person's password and second factor were taken away; they choose anew by a link that was shown once.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record PersonReset(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person's lock-out was ended before its time.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record PersonUnlocked(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}
