using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace PoliceSocial.Platform.Data;

/// <summary>How the columns of a statement become a row: compiled once for each statement.</summary>
/// <typeparam name="TRow">A record whose properties are the columns, or a single column's type.</typeparam>
internal static class RowReader<TRow>
{
    private static readonly ConcurrentDictionary<Statement, Func<PreparedStatement, TRow>> Readers = [];

    public static Func<PreparedStatement, TRow> Of(Statement<TRow> statement, PreparedStatement prepared) =>
        Readers.TryGetValue(statement, out var reader) ? reader : Readers.GetOrAdd(statement, Compile(prepared));

    private static Func<PreparedStatement, TRow> Compile(PreparedStatement prepared)
    {
        var row = Expression.Parameter(typeof(PreparedStatement));
        var body = IsSingle(typeof(TRow)) ? Read(row, 0, typeof(TRow)) : Expression.MemberInit(Expression.New(typeof(TRow)), Properties(prepared, row));
        return Expression.Lambda<Func<PreparedStatement, TRow>>(body, row).Compile();
    }

    private static IEnumerable<MemberBinding> Properties(PreparedStatement prepared, Expression row)
    {
        var columns = Enumerable.Range(0, prepared.Columns).ToDictionary(prepared.ColumnName, i => i, StringComparer.OrdinalIgnoreCase);
        return typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && columns.ContainsKey(p.Name))
            .Select(p => Expression.Bind(p, Read(row, columns[p.Name], p.PropertyType)));
    }

    private static bool IsSingle(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(byte[]) || bare == typeof(DateTimeOffset);
    }

    private static Expression Read(Expression row, int column, Type type)
    {
        var place = Expression.Constant(column);
        if (Nullable.GetUnderlyingType(type) is { } bare)
            return Expression.Condition(Expression.Call(row, nameof(PreparedStatement.IsNull), null, place), Expression.Default(type), Expression.Convert(Read(row, column, bare), type));
        var method = type switch
        {
            var t when t == typeof(string) => nameof(PreparedStatement.Text),
            var t when t == typeof(byte[]) => nameof(PreparedStatement.Bytes),
            var t when t == typeof(bool) => nameof(PreparedStatement.Flag),
            var t when t == typeof(double) || t == typeof(float) => nameof(PreparedStatement.Real),
            _ => nameof(PreparedStatement.Number),
        };
        Expression value = Expression.Call(row, method, null, place);
        return type switch
        {
            var t when t == value.Type => value,
            var t when t == typeof(DateTimeOffset) => Expression.Call(typeof(Instant), nameof(Instant.FromMicroseconds), null, value),
            _ => Expression.ConvertChecked(value, type),
        };
    }
}
