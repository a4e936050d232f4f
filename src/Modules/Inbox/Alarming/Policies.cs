using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Alarming;

/// <summary>The policy that holds, from the database, or the shipped one where nobody has changed it.</summary>
internal sealed class Policies(Store<InboxModule> store)
{
    public static readonly Statement<PolicyRow> Newest = Statement.Paged<PolicyRow>(
        "SELECT Version, Definition, ChangedAt, ChangedBy FROM inbox.AlarmPolicy ORDER BY Version DESC");

    public async Task<(int Version, AlarmPolicy Policy)> CurrentAsync(CancellationToken ct) =>
        await store.FindAsync(Newest, new { take = 1 }, ct) is { } row ? (row.Version, AlarmPolicy.Read(row.Definition)) : (0, AlarmPolicy.Shipped);

    internal sealed record PolicyRow
    {
        public required int Version { get; init; }

        public required string Definition { get; init; }

        public required DateTimeOffset ChangedAt { get; init; }

        public required long ChangedBy { get; init; }
    }
}
