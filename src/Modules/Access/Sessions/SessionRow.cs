namespace PoliceSocial.Access.Sessions;

/// <summary>A sign-in session as stored. The secret in the cookie is kept only as a hash.</summary>
internal sealed record SessionRow
{
    public required long Id { get; init; }

    public required long PersonId { get; init; }

    public required string SecretHash { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string Address { get; init; }

    public required string Device { get; init; }

    public required bool SecondFactor { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public bool IsOpenAt(DateTimeOffset now, TimeSpan idle) => EndedAt is null && now < EndsAt && now - SeenAt < idle;
}
