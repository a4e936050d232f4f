using System.Data;
using System.Globalization;
using Dapper;

namespace PoliceSocial.Platform.Data;

/// <summary>
/// Instants are whole microseconds since 1970 UTC in a 64-bit column, on both databases: eight bytes that sort, without a
/// dialect's own idea of a date.
/// </summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
    }

    public override DateTimeOffset Parse(object value) =>
        Instant.FromMicroseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.ToMicroseconds();
    }
}

/// <summary>Instants as the databases hold them.</summary>
public static class Instant
{
    /// <summary>Whole microseconds since 1970 UTC.</summary>
    public static long ToMicroseconds(this DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of so many microseconds since 1970 UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond));
}
