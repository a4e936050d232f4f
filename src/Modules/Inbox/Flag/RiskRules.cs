using Microsoft.Extensions.Logging;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Flag;

/// <summary>A risk rule as it is stored.</summary>
internal sealed record RiskRuleRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Definition { get; init; }

    public required bool Enabled { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required long ChangedBy { get; init; }

    public required int Version { get; init; }
}

/// <summary>The rules that work now, compiled; read again whenever one is changed.</summary>
internal sealed class RiskRules(Store<InboxModule> store, ILogger<RiskRules> log)
{
    public static readonly Statement<RiskRuleRow> All = Statement.Of<RiskRuleRow>(
        "SELECT Id, Name, Definition, Enabled, ChangedAt, ChangedBy, Version FROM inbox.RiskRule ORDER BY Name, Id");

    private volatile RuleSet _current = RuleSet.Empty;

    public RuleSet Current => _current;

    /// <summary>Reads the rules again. One that cannot be compiled is left out and logged; the others work.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        var rows = (await store.QueryAsync(All, null, ct)).Where(r => r.Enabled).ToList();
        _current = new(rows.Where(Compiles).Select(Parts));
    }

    public static (long Id, int Version, string Name, RuleDefinition Definition) Parts(RiskRuleRow row) =>
        (row.Id, row.Version, row.Name, RuleDefinition.Read(row.Definition));

    private bool Compiles(RiskRuleRow row)
    {
        try
        {
            _ = new RuleSet([Parts(row)]);
            return true;
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            log.LogError(e, "Risk rule {Rule} cannot be used and flags nothing until somebody corrects it.", row.Id);
            return false;
        }
    }
}
