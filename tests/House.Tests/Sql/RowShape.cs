using System.Reflection;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>Compares the columns of a result with the type that its rows become.</summary>
internal static class RowShape
{
    /// <param name="where">The statement.</param>
    /// <param name="row">The type of its rows, or null where it has none.</param>
    /// <param name="columns">Each column's name and, where it comes straight from a table, that column's type on SQLite.</param>
    public static IEnumerable<string> Differences(string where, Type? row, IReadOnlyList<(string Name, string? Type)> columns)
    {
        if (row is null)
            return columns.Count == 0 ? [] : [$"{where}: returns rows; use Statement.Of<TRow>."];
        if (IsSingle(row))
            return columns.Count == 1 ? [] : [$"{where}: a {row.Name} is one column, and there are {columns.Count}."];
        var properties = row.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null)
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        var names = columns.Select(c => c.Name).ToList();
        return
        [
            .. names.Where(n => !properties.ContainsKey(n)).Select(n => $"{where}: the column {n} has no property in {row.Name}."),
            .. properties.Keys.Except(names, StringComparer.Ordinal).Select(n => $"{where}: the property {row.Name}.{n} has no column; it would stay empty, silently."),
            .. names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{where}: the column {g.Key} comes twice."),
            .. columns.Where(c => c.Type is not null && properties.TryGetValue(c.Name, out var p) && !Fits(p.PropertyType, c.Type))
                .Select(c => $"{where}: {row.Name}.{c.Name} is {properties[c.Name].PropertyType.Name}, its column is {c.Type}."),
        ];
    }

    private static bool IsSingle(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(byte[]) || bare == typeof(DateTimeOffset);
    }

    private static bool Fits(Type property, string column) => (Nullable.GetUnderlyingType(property) ?? property) switch
    {
        var t when t == typeof(string) => column == "TEXT",
        var t when t == typeof(byte[]) => column == "BLOB",
        var t when t == typeof(double) || t == typeof(float) => column is "REAL" or "INTEGER",
        var t when t == typeof(DateTimeOffset) || t.IsEnum || t.IsPrimitive => column == "INTEGER",
        _ => false,
    };
}
