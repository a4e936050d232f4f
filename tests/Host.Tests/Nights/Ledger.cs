using System.Text.Json.Nodes;

namespace PoliceSocial.Host.Tests.Nights;

/// <summary>The ledger of a running host, exported and verified by the product's own commands.</summary>
internal sealed record Ledger(IReadOnlyList<JsonNode> Entries)
{
    public static async Task<Ledger> VerifiedAsync(RunningHost host, CancellationToken ct)
    {
        var folder = Path.Combine(host.Data, "exports", Path.GetRandomFileName());
        var export = await Executable.RunAsync(ct, "audit", "export", "--data", host.Data, "--out", folder);
        Assert.True(export.Code == 0, export.Said);
        var verdict = await Executable.RunAsync(ct, "audit", "verify", folder);
        Assert.True(verdict.Code == 0, verdict.Said);
        var entries = new List<JsonNode>();
        foreach (var file in Directory.EnumerateFiles(folder, "entries-*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await foreach (var line in File.ReadLinesAsync(file, ct))
                entries.Add(JsonNode.Parse(line)!["leaf"]!);
        }

        return new(entries);
    }

    /// <summary>Whether it holds an event of that type, about that subject where one is named.</summary>
    public bool Holds(string type, string? subject = null) => Of(type, subject).Any();

    public int Count(string type) => Of(type, subject: null).Count();

    /// <summary>Everybody by whom such an event came about.</summary>
    public IReadOnlySet<string> Actors(string type, string subject) => Of(type, subject).Select(e => (string)e["actorId"]!).ToHashSet();

    private IEnumerable<JsonNode> Of(string type, string? subject) =>
        Entries.Where(e => ((string)e["event"]!).Split('.')[^1] == type && (subject is null || (string?)e["subject"] == subject));
}
