using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Reads and writes whole people.</summary>
internal static class PersonStatements
{
    private const string Columns =
        """
        Id, SignInName, Name, Mention, State, PasswordHash, SecurityStamp, FailedSignIns, LockedUntil, SecondFactor,
        AuthenticatorKey, LastStep, SetupHash, SetupUntil, AddedAt, SignedInAt, Version
        """;

    public static readonly Statement<PersonRow> ById = Statement.Of<PersonRow>($"SELECT {Columns} FROM access.Person WHERE Id = @id");

    public static readonly Statement<PersonRow> BySignInName = Statement.Of<PersonRow>(
        $"SELECT {Columns} FROM access.Person WHERE SignInName = @signInName");

    public static readonly Statement<PersonRow> BySetupHash = Statement.Of<PersonRow>(
        $"SELECT {Columns} FROM access.Person WHERE SetupHash = @setupHash");

    public static readonly Statement<int> Any = Statement.Of<int>("SELECT COUNT(Id) AS People FROM access.Person");

    public static readonly Statement<string> MentionsLike = Statement.Of<string>(
        "SELECT Mention FROM access.Person WHERE Mention LIKE CONCAT(@start, '%')");

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO access.Person ({Columns})
        VALUES (@Id, @SignInName, @Name, @Mention, @State, @PasswordHash, @SecurityStamp, @FailedSignIns, @LockedUntil, @SecondFactor,
            @AuthenticatorKey, @LastStep, @SetupHash, @SetupUntil, @AddedAt, @SignedInAt, @Version)
        """);

    // FailedSignIns, LockedUntil, LastStep and SignedInAt are left out: signing in changes them, without a version, at any time.
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE access.Person SET
            Name = @Name, State = @State, PasswordHash = @PasswordHash, SecurityStamp = @SecurityStamp, SecondFactor = @SecondFactor,
            AuthenticatorKey = @AuthenticatorKey, SetupHash = @SetupHash, SetupUntil = @SetupUntil, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
