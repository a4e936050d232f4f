namespace PoliceSocial.Platform.Data;

/// <summary>The databases that the product runs on.</summary>
public enum Dialect
{
    /// <summary>The embedded default: one file for each module's schema.</summary>
    Sqlite,

    /// <summary>Production: one database, a schema for each module.</summary>
    SqlServer,
}
