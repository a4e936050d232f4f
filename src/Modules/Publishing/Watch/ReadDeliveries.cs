namespace PoliceSocial.Publishing.Watch;

/// <summary>What the list of deliveries is narrowed to.</summary>
internal sealed record DeliveryFilter(DeliveryState? State, long? ChannelId, long? Before);

/// <summary>A part of the list, newest first; what is in doubt stands above all else.</summary>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryLine> InDoubt, IReadOnlyList<DeliveryLine> Others, long? Next);

/// <summary>Lists deliveries for a person, without their texts.</summary>
internal sealed class ReadDeliveries(Store<PublishingModule> store, ChannelsInReach reach)
{
    private const int PageSize = 50;

    private static readonly Statement<DeliveryLine> Page = Statement.Paged<DeliveryLine>(
        """
        SELECT Id, Kind, ChannelId, ConversationId, IntendedAt, State, StateSince, Why, Permalink, StuckAt
        FROM publishing.Delivery
        WHERE ChannelId IN @channels AND (@state = 0 OR State = @state) AND State <> @leftOut AND Id < @before
        ORDER BY Id DESC
        """);

    public async Task<DeliveryPage> HandleAsync(Person person, DeliveryFilter filter, CancellationToken ct)
    {
        var all = await reach.OfAsync(person, PublishingPermissions.Read, ct);
        var channels = all.Keys.Where(id => filter.ChannelId is null || filter.ChannelId == id).ToArray();
        var isFirst = filter is { State: null, Before: null };
        var inDoubt = isFirst ? await ReadAsync(channels, DeliveryState.OutcomeUnknown, 0, long.MaxValue, ct) : [];
        var others = await ReadAsync(
            channels, filter.State ?? 0, filter.State is null ? DeliveryState.OutcomeUnknown : 0, filter.Before ?? long.MaxValue, ct);
        return new(inDoubt, others, others.Count == PageSize ? others[^1].Id : null);
    }

    private Task<IReadOnlyList<DeliveryLine>> ReadAsync(long[] channels, DeliveryState state, DeliveryState leftOut, long before, CancellationToken ct) =>
        store.QueryAsync(Page, new { channels, state, leftOut, before, take = PageSize }, ct);
}

/// <summary>A delivery in the list.</summary>
internal sealed record DeliveryLine
{
    public required long Id { get; init; }

    public required DeliveryKind Kind { get; init; }

    public required long ChannelId { get; init; }

    public long? ConversationId { get; init; }

    public required DateTimeOffset IntendedAt { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public string? Why { get; init; }

    public string? Permalink { get; init; }

    public DateTimeOffset? StuckAt { get; init; }
}
