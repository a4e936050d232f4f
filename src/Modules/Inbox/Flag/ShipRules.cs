using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Flag;

/// <summary>Gives a new installation its first rules, and reads the rules at every start.</summary>
internal sealed class ShipRules(Store<InboxModule> store, RiskRules rules, ActFactory acts, Ids ids) : IHostedService
{
    public static readonly ActKind Kind = new("inbox.ship-risk-rules");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO inbox.RiskRule (Id, Name, Definition, Enabled, ChangedAt, ChangedBy, Version)
        VALUES (@Id, @Name, @Definition, @Enabled, @ChangedAt, @ChangedBy, @Version)
        """);

    public static string Hash(string definition) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await store.QueryAsync(RiskRules.All, null, cancellationToken)).Count == 0)
            await ShipAsync(cancellationToken);
        await rules.ReadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ShipAsync(CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        foreach (var (name, definition) in ShippedRules.All)
        {
            var row = new RiskRuleRow
            {
                Id = ids.New(),
                Name = name,
                Definition = definition.ToJson(),
                Enabled = true,
                ChangedAt = session.Act.At,
                ChangedBy = 0,
                Version = 1,
            };
            await session.ExecuteAsync(Insert, row, ct);
            session.Raise(new RiskRuleChanged(row.Id, row.Version, row.Enabled, Hash(row.Definition)));
        }

        await session.CommitAsync(ct);
    }
}
