namespace PoliceSocial.Evidence.Disposing;

/// <summary>Has every module erase its part under an order, each once: what a module has done is written down before the next is asked.</summary>
internal sealed class DisposalSteps(Store<EvidenceModule> store, IEnumerable<IDisposeOfRecords> modules, ActFactory acts)
{
    /// <summary>The step that is left when all modules are done: rewriting the files.</summary>
    public const string Rewritten = "files";

    public static readonly ActKind Kind = new("evidence.dispose");

    private static readonly Statement<string> Done = Statement.Of<string>("SELECT Module FROM evidence.DisposalStep WHERE DisposalId = @disposalId");

    private static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO evidence.DisposalStep (DisposalId, Module, RowsErased, FilesErased, EndedAt)
        SELECT @disposalId, @module, @rows, @files, @at
        WHERE NOT EXISTS (SELECT 1 FROM evidence.DisposalStep WHERE DisposalId = @disposalId AND Module = @module)
        """);

    private static readonly Statement<long> Unwritten = Statement.Of<long>(
        """
        SELECT DISTINCT s.DisposalId FROM evidence.DisposalStep AS s
        WHERE NOT EXISTS (SELECT 1 FROM evidence.DisposalStep AS r WHERE r.DisposalId = s.DisposalId AND r.Module = @rewritten)
        """);

    /// <summary>Whether a byte was erased under an order: then it goes on to its end, whatever came in between.</summary>
    public async Task<bool> BegunAsync(long disposalId, CancellationToken ct) => (await store.QueryAsync(Done, new { disposalId }, ct)).Count > 0;

    /// <summary>Takes the steps that are left.</summary>
    /// <param name="order">The order.</param>
    /// <param name="only">The module that is asked alone, or null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TakeAsync(DisposalOrder order, string? only, CancellationToken ct)
    {
        var done = await store.QueryAsync(Done, new { disposalId = order.Id }, ct);
        foreach (var module in modules.Where(m => only is null || m.Module == only).OrderBy(m => m.Turn).Where(m => !done.Contains(m.Module)))
        {
            var part = await module.DisposeAsync(order, ct);
            await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
            await session.ExecuteAsync(Insert, new { disposalId = order.Id, module = module.Module, rows = part.Rows, files = part.Files, at = session.Act.At }, ct);
            session.Raise(new PartDisposed(order.Id, module.Module, part.Rows, part.Files));
            await session.CommitAsync(ct);
        }
    }

    /// <summary>Rewrites the files after disposals; how many went before.</summary>
    public async Task<int> LeaveNoTraceAsync(CancellationToken ct)
    {
        var disposals = await store.QueryAsync(Unwritten, new { rewritten = Rewritten }, ct);
        if (disposals.Count == 0)
            return 0;
        foreach (var module in modules)
            await module.LeaveNoTraceAsync(ct);
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        foreach (var disposalId in disposals)
            await session.ExecuteAsync(Insert, new { disposalId, module = Rewritten, rows = 0, files = 0, at = session.Act.At }, ct);
        session.Raise(new TracesErased(disposals.Count));
        await session.CommitAsync(ct);
        return disposals.Count;
    }
}
