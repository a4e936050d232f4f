using Microsoft.Extensions.Options;
using PoliceSocial.Bag.Sealing;

namespace PoliceSocial.Evidence.Signing;

/// <summary>The time-stamp authorities that the force has set up.</summary>
internal sealed class TimeStamps(IHttpClientFactory clients, IOptions<EvidenceOptions> options)
{
    public const string Client = "evidence-time-stamps";

    public IReadOnlyList<ITimeStampAuthority> Authorities =>
        [.. options.Value.TimeStampAuthorities.Select(address => new HttpTimeStampAuthority(clients.CreateClient(Client), address))];
}
