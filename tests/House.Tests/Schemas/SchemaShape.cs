namespace PoliceSocial.House.Tests.Schemas;

/// <summary>What a schema looks like, in terms that both databases share.</summary>
internal sealed record SchemaShape(IReadOnlyList<TableShape> Tables);

/// <summary>A table. <see cref="Uniques"/> are the column sets that identify a row: its key, and what else is unique.</summary>
internal sealed record TableShape(
    string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, IReadOnlyList<IReadOnlyList<string>> Uniques,
    IReadOnlyList<IndexShape> Indexes, IReadOnlyList<string> ForeignKeys);

/// <summary>A column: its family is INTEGER, REAL, TEXT or BLOB.</summary>
internal sealed record ColumnShape(string Name, string Family, bool Nullable)
{
    public override string ToString() => $"{Family}{(Nullable ? "" : " NOT NULL")}";
}

/// <summary>A named index; a partial one holds only some rows.</summary>
internal sealed record IndexShape(string Name, IReadOnlyList<string> Columns, bool Unique, bool Partial)
{
    public override string ToString() => $"{(Unique ? "unique " : "")}({string.Join(", ", Columns)}){(Partial ? " where" : "")}";
}
