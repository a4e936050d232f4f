using System.Text.Json.Serialization;

namespace PoliceSocial.Contracts.Inbox;

/// <summary>Somebody is about to open a contact's history; it is counted.</summary>
/// <param name="ContactId">The member of the public.</param>
/// <param name="LookId">The look.</param>
/// <param name="Basis">NotAsked, Authority or Contact: what entitles them where it was asked, since they or others had looked often.</param>
/// <param name="Own">The how manyth look of this person within the policy's days.</param>
/// <param name="All">The how manyth of anybody.</param>
[Family(Family.Consulted)]
public sealed record ContactLookCounted(long ContactId, long LookId, string Basis, int Own, int All) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{ContactId}";
}

/// <summary>Who looked at which contacts again and again was shown to somebody.</summary>
/// <param name="Contacts">The members of the public.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record RepeatedLooksListed(IReadOnlyList<long> Contacts) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "looks:inbox";
}

/// <summary>Who looked at one contact, when and what for was shown to somebody.</summary>
/// <param name="ContactId">The member of the public.</param>
/// <param name="Looks">How many looks were listed.</param>
[Family(Family.Consulted, ChangesNothing = true)]
public sealed record LooksViewed(long ContactId, int Looks) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{ContactId}";
}

/// <summary>The looks at a contact were referred to the co-ordinator of covert authorities.</summary>
/// <param name="ContactId">The member of the public.</param>
/// <param name="ReferralId">The referral.</param>
/// <param name="Looks">How many looks there were within the policy's days.</param>
[Family(Family.Altered)]
public sealed record LooksReferred(long ContactId, long ReferralId, int Looks) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => $"contact:{ContactId}";
}

/// <summary>The force decided anew what histories may be opened for, and how many looks need authority.</summary>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="Purposes">How many purposes there are to choose from.</param>
/// <param name="WindowDays">Over how many days looks are counted.</param>
/// <param name="ByOne">After how many looks by one person the next needs authority.</param>
/// <param name="ByForce">After how many by anybody it does.</param>
[Family(Family.Configured)]
public sealed record LookPolicyChanged(int PolicyVersion, int Purposes, int WindowDays, int ByOne, int ByForce) : IEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Subject => "look-policy:1";
}
