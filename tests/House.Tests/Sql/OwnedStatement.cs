using System.Collections;
using System.Reflection;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;

namespace PoliceSocial.House.Tests.Sql;

/// <summary>A statement with the schema that it may name and the place where it stands.</summary>
internal sealed record OwnedStatement(string Schema, string Where, Statement Statement)
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Paging = "\nOFFSET 0 ROWS FETCH NEXT @take ROWS ONLY";
    private static readonly Lazy<IReadOnlyList<OwnedStatement>> Found = new(() => [.. TheHouse.Modules.SelectMany(m =>
        In(m.Schema, m.GetType().Assembly).Concat(OutboxStatements.For(m.Schema).All.Select(s =>
            new OwnedStatement(m.Schema, "src/Platform/Outboxes/OutboxStatements.cs", s))))]);

    /// <summary>Every statement of every module, the platform's for its schema included.</summary>
    public static IReadOnlyList<OwnedStatement> All => Found.Value;

    public string Name => $"{Where} ({Statement.Name}, {Schema})";

    /// <summary>The words are the same on both databases, or differ only by the paging that the dialect appends.</summary>
    public bool IsShared => Statement.Because is null;

    public bool IsPaged => IsShared && Statement.SqlServer != Statement.Sqlite;

    /// <summary>The text as it stands in the code, without the dialect's paging; null for a split statement.</summary>
    public string? SharedText => !IsShared ? null : IsPaged ? Statement.SqlServer[..^Paging.Length] : Statement.SqlServer;

    /// <summary>The statements in the static fields and properties of an assembly's types, alone or in collections.</summary>
    public static IEnumerable<OwnedStatement> In(string schema, Assembly assembly) =>
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from value in type.GetFields(Statics).Where(f => MayHold(f.FieldType)).Select(f => f.GetValue(null))
            .Concat(type.GetProperties(Statics).Where(p => MayHold(p.PropertyType) && p.GetIndexParameters().Length == 0).Select(p => p.GetValue(null)))
        from statement in Unpack(value)
        group statement by (statement, Where: TheHouse.Where(type)) into same
        select new OwnedStatement(schema, same.Key.Where, same.Key.statement);

    private static bool MayHold(Type type) =>
        type.IsAssignableTo(typeof(Statement)) || (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && Mentions(type));

    private static bool Mentions(Type type) =>
        type.IsAssignableTo(typeof(Statement)) || (type.GetElementType() is { } element && Mentions(element))
        || (type.IsGenericType && type.GetGenericArguments().Any(Mentions));

    private static IEnumerable<Statement> Unpack(object? value) => value switch
    {
        Statement statement => [statement],
        IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(Unpack),
        IEnumerable many and not string => many.Cast<object?>().SelectMany(Unpack),
        _ => [],
    };
}
