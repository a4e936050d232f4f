using System.Runtime.CompilerServices;
using PoliceSocial.Bag.Contents;
using PoliceSocial.Contracts.Publishing;

namespace PoliceSocial.Evidence.Making;

/// <summary>
/// What networks said and showed of what the force published, on its way into a bag. Such bytes name what they answer: where anything is
/// removed they are left out.
/// </summary>
internal sealed class PublishedBook(IPublishedMaterial published, ExportScope scope, Cuts cuts)
{
    /// <summary>A line for each thing that was captured before it was deleted.</summary>
    public async Task<IReadOnlyList<TimelineLine>> LinesAsync(CancellationToken ct)
    {
        var lines = new List<TimelineLine>();
        await foreach (var kept in published.OriginalsAsync(scope.Conversations, ct))
        {
            if (kept.BeforeDeletion && cuts.Of(kept.DeliveryId, null) is null)
                lines.Add(Line(kept));
        }

        return lines;
    }

    public async IAsyncEnumerable<CapturedOriginal> OriginalsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (cuts.Any)
            yield break;
        await foreach (var kept in published.OriginalsAsync(scope.Conversations, ct))
        {
            if (kept.Bytes.Length > 0)
                yield return new(kept.Id, kept.NetworkId, TypeOf(kept.Bytes.Span), kept.Bytes, kept.Sha256, kept.At, new(kept.Id, "", 0, "", kept.Sha256, kept.At, kept.At) { Said = kept.Said });
        }
    }

    private TimelineLine Line(PublishedOriginal kept) => new()
    {
        At = kept.At,
        Kind = LineKind.Shown,
        Conversation = kept.ConversationId,
        Id = kept.Id,
        Channel = scope.ChannelOf(kept.ChannelId),
        Who = scope.ChannelOf(kept.ChannelId),
        Text = kept.Said,
        NetworkId = kept.NetworkId,
        Permalink = kept.Permalink ?? "",
        ReceivedAt = kept.At,
        Sha256 = cuts.Any || kept.Bytes.Length == 0 ? "" : Convert.ToHexStringLower(kept.Sha256.Span),
    };

    private static string TypeOf(ReadOnlySpan<byte> bytes) => bytes[0] is (byte)'{' or (byte)'[' ? "application/json" : "application/octet-stream";
}
