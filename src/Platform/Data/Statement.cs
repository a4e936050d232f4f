using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// One statement of SQL: text that we own, beside the code that runs it, in a <c>static readonly</c> field. It has three forms:
/// <see cref="Of"/> (the same text on both databases), <see cref="Paged{TRow}"/>, and <see cref="Split"/>. Tests compile
/// every one for SQL Server and prepare it on SQLite.
/// </summary>
public partial class Statement
{
    private protected Statement(string name, string sqlServer, string sqlite, string? because)
    {
        Name = name;
        SqlServer = sqlServer;
        Sqlite = sqlite;
        Because = because;
        Changes = Verbs().IsMatch(sqlServer);
        Parameters = [.. Marks().Matches(sqlite).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
        Lists = [.. Listed().Matches(sqlite).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The name of the field that holds it, for traces and error messages.</summary>
    public string Name { get; }

    /// <summary>The text for SQL Server.</summary>
    public string SqlServer { get; }

    /// <summary>The text for SQLite.</summary>
    public string Sqlite { get; }

    /// <summary>Why the two texts differ, or null where they do not.</summary>
    public string? Because { get; }

    /// <summary>True where it changes rows, even where it returns some too.</summary>
    internal bool Changes { get; }

    /// <summary>The names of the parameters on SQLite, each once.</summary>
    internal IReadOnlyList<string> Parameters { get; }

    /// <summary>Those of them that are lists: <c>IN @ids</c>.</summary>
    internal IReadOnlyList<string> Lists { get; }

    /// <summary>The type of its rows, or null where it returns none.</summary>
    public virtual Type? Row => null;

    /// <summary>A statement without rows, the same text on both databases.</summary>
    public static Statement Of(string sql, [CallerMemberName] string name = "") => new(name, sql, sql, null);

    /// <summary>A statement that returns rows, the same text on both databases.</summary>
    /// <typeparam name="TRow">A record whose properties are the columns, or a single column's type.</typeparam>
    public static Statement<TRow> Of<TRow>(string sql, [CallerMemberName] string name = "") => new(name, sql, sql, null);

    /// <summary>
    /// A statement that returns the first <c>@take</c> rows. The text ends in its <c>ORDER BY</c>, which ends in something
    /// unique; the dialect appends its paging. The next page is found by key, never by offset.
    /// </summary>
    /// <typeparam name="TRow">A record whose properties are the columns, or a single column's type.</typeparam>
    public static Statement<TRow> Paged<TRow>(string sql, [CallerMemberName] string name = "") =>
        new(name, sql + "\nOFFSET 0 ROWS FETCH NEXT @take ROWS ONLY", sql + "\nLIMIT @take", null);

    /// <summary>A statement without rows that the two databases need in different words.</summary>
    public static Statement Split(string sqlServer, string sqlite, string because, [CallerMemberName] string name = "") =>
        new(name, sqlServer, sqlite, because);

    /// <summary>A statement that returns rows and that the two databases need in different words.</summary>
    /// <typeparam name="TRow">A record whose properties are the columns, or a single column's type.</typeparam>
    public static Statement<TRow> Split<TRow>(string sqlServer, string sqlite, string because, [CallerMemberName] string name = "") =>
        new(name, sqlServer, sqlite, because);

    /// <summary>The text for a database.</summary>
    public string For(Dialect dialect) => dialect switch
    {
        Dialect.Sqlite => Sqlite,
        Dialect.SqlServer => SqlServer,
    };

    /// <summary>The text for SQLite with room for so many values in each of its lists: <c>IN (@ids_0,@ids_1)</c>.</summary>
    internal string WithRoom(int room) => Lists.Count == 0 ? Sqlite : Listed().Replace(
        Sqlite, m => $"IN ({string.Join(',', Enumerable.Range(0, room).Select(i => $"@{m.Groups["name"].Value}_{i.ToString(CultureInfo.InvariantCulture)}"))})");

    [GeneratedRegex("@(?<name>[A-Za-z][A-Za-z0-9]*)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\bIN @(?<name>[A-Za-z][A-Za-z0-9]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\b(?:INSERT|UPDATE|DELETE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verbs();
}

/// <summary>A statement that returns rows.</summary>
/// <typeparam name="TRow">A record whose properties are the columns, or a single column's type.</typeparam>
public sealed class Statement<TRow> : Statement
{
    internal Statement(string name, string sqlServer, string sqlite, string? because)
        : base(name, sqlServer, sqlite, because)
    {
    }

    /// <inheritdoc/>
    public override Type Row => typeof(TRow);
}
