using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>A store in which something happens just after a statement was read, as it may while the service works.</summary>
internal sealed class GrowingStore(IRead store, Statement when, Func<Task> happen) : IRead
{
    public async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct)
    {
        var rows = await store.QueryAsync(statement, args, ct);
        if (ReferenceEquals(statement, when))
            await happen();
        return rows;
    }

    public Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct) => store.FindAsync(statement, args, ct);
}
