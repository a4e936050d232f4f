namespace PoliceSocial.Contracts.Access;

/// <summary>
/// The member of staff on whose behalf one module asks another, with what they may do: the answer holds only what they may see, and
/// being shown something is on record in their name. The platform's person is the only one.
/// </summary>
public interface IAsker
{
    /// <summary>Their id.</summary>
    long Id { get; }
}
