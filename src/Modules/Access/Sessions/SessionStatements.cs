using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.Sessions;

internal static class SessionStatements
{
    private const string Columns = "Id, PersonId, SecretHash, StartedAt, SeenAt, EndsAt, Address, Device, SecondFactor, EndedAt";

    public static readonly Statement<SessionRow> ById = Statement.Of<SessionRow>($"SELECT {Columns} FROM access.SignInSession WHERE Id = @id");

    public static readonly Statement<SessionRow> OpenOfPerson = Statement.Paged<SessionRow>(
        $"""
        SELECT {Columns} FROM access.SignInSession
        WHERE PersonId = @personId AND EndedAt IS NULL AND EndsAt > @now AND SeenAt > @seenSince
        ORDER BY Id DESC
        """);

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO access.SignInSession ({Columns})
        VALUES (@Id, @PersonId, @SecretHash, @StartedAt, @SeenAt, @EndsAt, @Address, @Device, @SecondFactor, @EndedAt)
        """);

    public static readonly Statement Seen = Statement.Of(
        "UPDATE access.SignInSession SET SeenAt = @now WHERE Id = @id AND EndedAt IS NULL AND SeenAt < @now");

    public static readonly Statement Proven = Statement.Of(
        "UPDATE access.SignInSession SET SecondFactor = @secondFactor WHERE Id = @id");

    public static readonly Statement End = Statement.Of(
        "UPDATE access.SignInSession SET EndedAt = @now WHERE Id = @id AND PersonId = @personId AND EndedAt IS NULL");

    public static readonly Statement EndAll = Statement.Of(
        "UPDATE access.SignInSession SET EndedAt = @now WHERE PersonId = @personId AND EndedAt IS NULL AND Id <> @keep");

    public static readonly Statement Forget = Statement.Of("DELETE FROM access.SignInSession WHERE EndsAt < @before");
}
