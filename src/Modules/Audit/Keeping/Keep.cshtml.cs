using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PoliceSocial.Audit.Alarms;
using PoliceSocial.Audit.Deciding;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Audit.Stamping;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Audit.Keeping;

/// <summary>How the ledger is kept, and where to do something about it. Shows no entry.</summary>
[Authorize(Policy = AuditPermissions.Keep)]
internal sealed class KeepModel(
    Store<AuditModule> store, SigningKey key, CheckpointPlaces places, LedgerHealth health, IPeople people, IOptions<AuditOptions> options) : PageModel
{
    private const int Shown = 20;

    public IReadOnlyDictionary<string, string> Troubles => health.Troubles;

    public static string ContradictedKind => Checkpointer.Contradicted;

    public IEnumerable<string> Keys { get; private set; } = [];

    public IEnumerable<string> Places => places.All.Select(p => p.Path);

    public IReadOnlyList<(string Authority, DateTimeOffset? Last)> Authorities { get; private set; } = [];

    public IReadOnlyList<string> Restorations { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public static bool CanBeDecided(string kind) => DecideFinding.Findings.Contains(kind);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Keys = (await key.PublicAsync(ct))?.Keys.Select(k => k.ToString()) ?? [];
        Authorities = await AuthoritiesAsync(ct);
        Restorations = [.. (await store.QueryAsync(RestorationRow.All, null, ct)).Select(Words)];
        Decisions = await store.QueryAsync(DecisionStatements.Latest, new { take = Shown }, ct);
        Names = await people.NamesAsync(Decisions.Select(d => d.DecidedBy), ct);
    }

    private static string Words(RestorationRow r) => string.Create(
        CultureInfo.CurrentCulture, $"Of {r.LostSize:N0} signed entries, those from {r.FromSize:N0} on are lost; checkpoint {r.Number:N0} says so.");

    private async Task<IReadOnlyList<(string, DateTimeOffset?)>> AuthoritiesAsync(CancellationToken ct)
    {
        var all = new List<(string, DateTimeOffset?)>();
        foreach (var name in options.Value.TimeStampAuthorities.Select(StampCheckpoint.Name))
            all.Add((name, (await store.QueryAsync(StampStatements.LatestOf, new { authority = name, take = 1 }, ct)).SingleOrDefault()?.StampedAt));
        return all;
    }
}
