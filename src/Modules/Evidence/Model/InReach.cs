namespace PoliceSocial.Evidence.Model;

/// <summary>Which conversations a person may do something with; one that they may not see answers as if it did not exist.</summary>
internal sealed class InReach(ICapturedMaterial material)
{
    /// <summary>Those conversations; null where even one does not exist for this person.</summary>
    public async Task<IReadOnlyList<MaterialScope>?> OfAsync(Person person, string permission, IReadOnlyList<long> conversations, CancellationToken ct)
    {
        if (conversations.Count == 0)
            return null;
        var found = await material.FindAsync(conversations, ct);
        return found.Count == conversations.Count && found.All(c => person.Grants.Allows(permission, c.ChannelId, c.TeamId)) ? found : null;
    }
}
