using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace PoliceSocial.Platform.Data;

/// <summary>How the properties of an arguments object become a statement's parameters: compiled once for each pair of the two.</summary>
internal static class ParameterBinder
{
    private static readonly ConcurrentDictionary<(Statement Statement, Type Type), Action<PreparedStatement, object>> Binders = [];
    private static readonly ConcurrentDictionary<(Statement Statement, Type Type), PropertyInfo[]> Lists = [];

    public static Action<PreparedStatement, object> Of(Statement statement, Type type) =>
        Binders.GetOrAdd((statement, type), static pair => Compile(pair.Statement, pair.Type));

    /// <summary>How much room its lists need: a power of two, so that few texts serve lists of any length.</summary>
    public static int RoomFor(Statement statement, object? args)
    {
        if (statement.Lists.Count == 0 || args is null)
            return 0;
        var most = 0;
        foreach (var list in Lists.GetOrAdd((statement, args.GetType()), static pair => [.. pair.Statement.Lists.Select(l => Property(pair.Statement, pair.Type, l))]))
            most = Math.Max(most, list.GetValue(args) is IEnumerable values ? Count(values) : 0);
        return most == 0 ? 0 : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)most);
    }

    private static int Count(IEnumerable values) => values is ICollection known ? known.Count : values.Cast<object?>().Count();

    private static Action<PreparedStatement, object> Compile(Statement statement, Type type)
    {
        var prepared = Expression.Parameter(typeof(PreparedStatement));
        var args = Expression.Parameter(typeof(object));
        var typed = Expression.Variable(type);
        var steps = new List<Expression> { Expression.Assign(typed, Expression.Convert(args, type)) };
        for (var i = 0; i < statement.Parameters.Count; i++)
        {
            var name = statement.Parameters[i];
            var value = Expression.Property(typed, Property(statement, type, name));
            steps.Add(statement.Lists.Contains(name)
                ? Call(prepared, nameof(PreparedStatement.SetList), typeof(IEnumerable), i, value)
                : Set(prepared, i, value));
        }

        return Expression.Lambda<Action<PreparedStatement, object>>(Expression.Block([typed], steps), prepared, args).Compile();
    }

    private static PropertyInfo Property(Statement statement, Type type, string name) =>
        Array.Find(type.GetProperties(), p => p.CanRead && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"{statement.Name} needs a value for @{name}, and its arguments have none.");

    private static Expression Set(Expression prepared, int parameter, Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
        {
            return Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<>.HasValue)),
                Set(prepared, parameter, Expression.Property(value, nameof(Nullable<>.Value))),
                Expression.Call(prepared, nameof(PreparedStatement.SetNull), null, Expression.Constant(parameter)));
        }

        return value.Type switch
        {
            var t when t == typeof(string) || t == typeof(byte[]) || t == typeof(double) => Call(prepared, nameof(PreparedStatement.Set), t, parameter, value),
            var t when t == typeof(float) => Call(prepared, nameof(PreparedStatement.Set), typeof(double), parameter, value),
            var t when t == typeof(bool) => Call(prepared, nameof(PreparedStatement.Set), typeof(long), parameter, Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L))),
            var t when t == typeof(DateTimeOffset) => Call(
                prepared, nameof(PreparedStatement.Set), typeof(long), parameter, Expression.Call(typeof(Instant), nameof(Instant.ToMicroseconds), null, value)),
            var t when t.IsEnum || t.IsPrimitive => Call(prepared, nameof(PreparedStatement.Set), typeof(long), parameter, value),
            var t => throw new NotSupportedException($"A {t.Name} cannot be stored."),
        };
    }

    private static MethodCallExpression Call(Expression prepared, string method, Type type, int parameter, Expression value) => Expression.Call(
        prepared, typeof(PreparedStatement).GetMethod(method, [typeof(int), type])!, Expression.Constant(parameter), value.Type == type ? value : Expression.Convert(value, type));
}
