using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Publishing.ReadBack;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>Reads the network back before a post of ours is deleted there, so that what the public saw is kept. Nothing is stored here: that happens with the wish itself.</summary>
internal sealed class CaptureFirst(LookBack lookBack, IReplies replies)
{
    /// <summary>What was seen, or a sentence that says why it could not be.</summary>
    public async Task<(Shown Shown, Published? Seen, string? Problem)> LookAsync(DeliveryRow delivery, CancellationToken ct) => await lookBack.ReadAsync(delivery, ct) switch
    {
        Outcome<Sighting>.Success { Value.Post: { Receipt.IsEmpty: false } post } => (Shown.Post, post, null),
        Outcome<Sighting>.Success { Value.Post: { } } => (Shown.Unknown, null, "The network shows it, but the connector handed over nothing that can be kept."),
        Outcome<Sighting>.Success => (Shown.Nothing, null, null),
        Outcome<Sighting>.Retry retry => (Shown.Unknown, null, retry.Why),
        Outcome<Sighting>.Reconnect reconnect => (Shown.Unknown, null, reconnect.Why),
        Outcome<Sighting>.Refused refused => (Shown.Unknown, null, refused.Why),
        Outcome<Sighting>.Broken broken => (Shown.Unknown, null, broken.Why),
        Outcome<Sighting>.OutcomeUnknown unknown => (Shown.Unknown, null, unknown.Why),
        var other => throw new InvalidOperationException($"There is no outcome {other.GetType().Name}."),
    };

    /// <summary>Which pictures it has: their bytes stay with the reply, by these hashes.</summary>
    public async Task<string> PicturesAsync(DeliveryRow delivery, CancellationToken ct) =>
        string.Join('\n', ((await replies.FindAsync(delivery.Id, ct))?.Pictures ?? []).Select(p => $"{p.Sha256} {p.MediaType} {p.AltText.ReplaceLineEndings(" ")}"));
}
