namespace PoliceSocial.Platform.Access;

/// <summary>Asks again about somebody whose request lasts: an open stream must not outlive a session that was ended.</summary>
public interface ISignedIn
{
    /// <summary>The person as they are now, with what they may do now; null where their session has ended or their account was closed.</summary>
    ValueTask<Person?> AgainAsync(Person person, CancellationToken ct);
}
