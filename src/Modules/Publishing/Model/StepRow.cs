namespace PoliceSocial.Publishing.Model;

/// <summary>One entry in a delivery's history.</summary>
internal sealed record StepRow
{
    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO publishing.Step (Id, DeliveryId, Kind, ActorKind, ActorId, At, Detail)
        VALUES (@Id, @DeliveryId, @Kind, @ActorKind, @ActorId, @At, @Detail)
        """);

    public static readonly Statement<StepRow> OfDelivery = Statement.Of<StepRow>(
        "SELECT Id, DeliveryId, Kind, ActorKind, ActorId, At, Detail FROM publishing.Step WHERE DeliveryId = @deliveryId ORDER BY Id");

    public required long Id { get; init; }

    public required long DeliveryId { get; init; }

    public required StepKind Kind { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required long ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Detail { get; init; }

    public static StepRow Of(long id, long deliveryId, StepKind kind, Actor actor, DateTimeOffset at, string? detail) => new()
    {
        Id = id,
        DeliveryId = deliveryId,
        Kind = kind,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        At = at,
        Detail = Clip(detail),
    };

    private static string? Clip(string? detail) => detail?.Length > 2_000 ? detail[..2_000] : detail;
}
