namespace PoliceSocial.Platform.Data;

/// <summary>Reads rows of one module's schema: outside a transaction from a <see cref="Store{TModule}"/>, or inside a <see cref="Session"/>.</summary>
public interface IRead
{
    /// <summary>All rows of a statement.</summary>
    /// <param name="statement">What to read.</param>
    /// <param name="args">An object whose properties are the statement's parameters, or null.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<TRow>> QueryAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct);

    /// <summary>The single row of a statement, or the default value where there is none.</summary>
    /// <param name="statement">What to read.</param>
    /// <param name="args">An object whose properties are the statement's parameters, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    Task<TRow?> FindAsync<TRow>(Statement<TRow> statement, object? args, CancellationToken ct);
}
