using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Publishing.Pausing;

namespace PoliceSocial.Publishing.Send;

/// <summary>
/// Sends what stands first in a channel's line, if it may go now. What stands behind it waits: answers to the public leave in
/// the order in which they were given.
/// </summary>
internal sealed class SendNext(
    Store<PublishingModule> store, DeliveryBook book, IChannels channels, AskLimits limits, AttemptDelivery attempt, CallOnce callOnce,
    RecordAnswer record, DropDelivery drop, IReplies replies, TimeProvider clock)
{
    private static readonly Statement<DeliveryRow> First = Statement.Paged<DeliveryRow>(
        $"""
        SELECT {DeliveryStatements.Columns} FROM publishing.Delivery
        WHERE ChannelId = @channelId AND State IN (@intended, @attempting)
        ORDER BY Turn
        """);

    /// <summary>True where something was done and there may be more.</summary>
    public async Task<bool> StepAsync(long channelId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var first = await store.FindAsync(First, new { channelId, intended = DeliveryState.Intended, attempting = DeliveryState.Attempting, take = 1 }, ct);
        if (first is not { State: DeliveryState.Intended } d || await PauseRow.HoldsAsync(store, channelId, ct))
            return false;
        if (d.IsTooOld(now))
            return await DropAsync(d, $"It could not be sent within 24 hours{(d.Why is null ? "." : ": " + d.Why)} Nothing was published. You can write it again.", ct);
        if (d.NotBefore > now)
            return false;
        return await channels.FindAsync(channelId, ct) switch
        {
            { State: ChannelState.Connected } => await SendAsync(d, ct),
            { State: ChannelState.Paused } channel => await WaitAsync(d, null, $"{channel.Name} is paused. It goes when the channel is resumed.", ct),
            { State: ChannelState.NeedsReconnecting } channel => await WaitAsync(d, null, $"{channel.Name} must be signed in again. It goes when that is done.", ct),
            _ => await DropAsync(d, "The channel is disconnected. Nothing was published.", ct),
        };
    }

    private async Task<bool> SendAsync(DeliveryRow d, CancellationToken ct)
    {
        var reply = await replies.FindAsync(d.Id, ct);
        if (await WithPicturesAsync(d.ToOutbound(), reply, ct) is not { } outbound)
            return await DropAsync(d, "A picture of it is not stored as it was approved. Nothing was published: write it again.", ct);
        switch (await limits.AskAsync(d.ChannelId, outbound, reply?.HeardAt, ct))
        {
            case Fitting.NotNow later:
                return await WaitAsync(d, Patience.NotBefore(clock.GetUtcNow(), later.After), later.Why, ct);
            case Fitting.TooMuch tooMuch when await channels.FindAsync(d.ChannelId, ct) is { State: ChannelState.Connected }:
                return await DropAsync(d, tooMuch.Why, ct);
            case Fitting.TooMuch:
                // The channel stopped being connected while it was asked; the next look at it says why.
                return true;
        }

        if (await attempt.ClaimAsync(d.Id, ct) is null)
            return false;
        var outcome = await callOnce.CallAsync<Published>(d.ChannelId, (line, token) => line.PublishAsync(outbound, token), ct);

        // Even when the service is being stopped: an answer that is known must not become an unknown one.
        await record.HandleAsync(d.Id, outcome, CancellationToken.None);
        return true;
    }

    /// <summary>With the pictures' bytes; null where one is missing or has been changed.</summary>
    private async Task<Outbound?> WithPicturesAsync(Outbound outbound, ReplyToDeliver? reply, CancellationToken ct)
    {
        var media = new List<OutboundMedia>();
        foreach (var picture in reply?.Pictures ?? [])
        {
            if (await replies.ReadPictureAsync(reply!.ReplyId, picture.Number, ct) is not { } bytes)
                return null;
            media.Add(new(bytes, picture.MediaType, picture.AltText, picture.Width, picture.Height));
        }

        return outbound with { Media = media };
    }

    private async Task<bool> DropAsync(DeliveryRow d, string why, CancellationToken ct)
    {
        await drop.HandleAsync(d.Id, why, ct);
        return true;
    }

    private async Task<bool> WaitAsync(DeliveryRow d, DateTimeOffset? notBefore, string why, CancellationToken ct)
    {
        if (d.Why != why || notBefore is not null)
            await book.NoteAsync(d, d with { Why = why, NotBefore = notBefore }, StepKind.Waits, clock.GetUtcNow(), ct);
        return false;
    }
}
