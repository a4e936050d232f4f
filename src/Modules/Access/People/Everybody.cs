using PoliceSocial.Platform.Data;

namespace PoliceSocial.Access.People;

/// <summary>Reads everybody for the list of people. A force has hundreds of users, not millions: one page shows them.</summary>
internal sealed class Everybody(Store<AccessModule> store, TimeProvider clock)
{
    private const int Most = 2_000;

    private static readonly Statement<PersonRow> Find = Statement.Paged<PersonRow>(
        """
        SELECT Id, SignInName, Name, Mention, State, PasswordHash, SecurityStamp, FailedSignIns, LockedUntil, SecondFactor,
            AuthenticatorKey, LastStep, SetupHash, SetupUntil, AddedAt, SignedInAt, Version
        FROM access.Person
        WHERE LOWER(Name) LIKE CONCAT('%', @q, '%') OR SignInName LIKE CONCAT('%', @q, '%')
        ORDER BY Name, Id
        """);

    private static readonly Statement<HeldRoleNameRow> RoleNames = Statement.Of<HeldRoleNameRow>(
        """
        SELECT a.PersonId, r.Name
        FROM access.Assignment a
        JOIN access.Role r ON r.Id = a.RoleId
        WHERE r.Retired = @retired
        """);

    public async Task<IReadOnlyList<ListedPerson>> FindAsync(string? q, CancellationToken ct)
    {
        var people = await store.QueryAsync(Find, new { q = (q ?? "").Trim().ToLowerInvariant(), take = Most }, ct);
        var roles = (await store.QueryAsync(RoleNames, new { retired = false }, ct)).ToLookup(r => r.PersonId, r => r.Name);
        var now = clock.GetUtcNow();
        return [.. people.Select(p => new ListedPerson(p, [.. roles[p.Id].Order()], ShownState.Of(p, now)))];
    }
}

/// <summary>A line of the list.</summary>
internal sealed record ListedPerson(PersonRow Row, IReadOnlyList<string> Roles, ShownState State);

internal sealed record HeldRoleNameRow
{
    public required long PersonId { get; init; }

    public required string Name { get; init; }
}
