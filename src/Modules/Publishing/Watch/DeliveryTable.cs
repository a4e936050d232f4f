namespace PoliceSocial.Publishing.Watch;

/// <summary>A table of deliveries on a page.</summary>
internal sealed record DeliveryTable(string Title, bool IsTitled, IReadOnlyList<DeliveryLine> Lines, IReadOnlyDictionary<long, ChannelSummary> Channels);
