using PoliceSocial.Platform.Live;

namespace PoliceSocial.Incidents.HandingOver;

/// <summary>How many hand-overs failed and wait for a person's decision.</summary>
internal sealed class HandoverCounts(Store<IncidentsModule> store) : ICountSource
{
    public const string FailedOnes = "incidents.failed";

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        if (!person.Grants.Allows(IncidentsPermissions.Settle))
            return new Dictionary<string, int>();
        var (everywhere, channels, teams) = Sight.Of(person);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [FailedOnes] = await store.FindAsync(HandoverStatements.Failed, new { failed = HandoverState.Failed, everywhere, channels, teams }, ct),
        };
    }
}
