namespace PoliceSocial.Contracts.Publishing;

/// <summary>Whether publishing is paused for the whole force, for the frame around every page.</summary>
public interface IPublishingPause
{
    /// <summary>The pause that holds now, or null. Cheap: kept in memory.</summary>
    Task<PauseInForce?> CurrentAsync(CancellationToken ct);
}

/// <summary>A pause of everything.</summary>
/// <param name="PauseId">Its id.</param>
/// <param name="By">Who paused; a second person resumes.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="Address">The page where it is resumed.</param>
public sealed record PauseInForce(long PauseId, long By, DateTimeOffset Since, string Reason, string Address);
