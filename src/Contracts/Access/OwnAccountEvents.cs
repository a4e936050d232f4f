using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Access;

/// <summary>A person chose a password.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="BySetupLink">True where it was by a set-up link.</param>
[Family(Family.Configured)]
public sealed record PasswordChosen(long PersonId, bool BySetupLink) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A password was hashed anew, since the service's strength of hashing was raised.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Operated)]
public sealed record PasswordRehashed(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person was given a new key for their authenticator; it counts once they have shown a code.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record AuthenticatorKeyMade(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person turned their second factor on.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record SecondFactorTurnedOn(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>A person turned their second factor off.</summary>
/// <param name="PersonId">The person.</param>
[Family(Family.Configured)]
public sealed record SecondFactorTurnedOff(long PersonId) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}

/// <summary>New recovery codes were made; the earlier ones no longer work.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Count">How many.</param>
[Family(Family.Configured)]
public sealed record RecoveryCodesMade(long PersonId, int Count) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"person:{PersonId}";
}
