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

/// <summary>A person chose the language that the service speaks to them.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Language">The language's code: <c>cy</c> or <c>en-GB</c>.</param>
[Family(Family.Configured)]
public sealed record LanguageChosen(long PersonId, string Language) : IEvent
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
