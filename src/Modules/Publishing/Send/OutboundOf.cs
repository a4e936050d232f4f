using System.Globalization;

namespace PoliceSocial.Publishing.Send;

/// <summary>A delivery as its connector sees it; the same each time, so that the network can be read back for it.</summary>
internal static class OutboundOf
{
    public static Outbound ToOutbound(this DeliveryRow d) => new()
    {
        Key = d.Id.ToString(CultureInfo.InvariantCulture),
        Kind = d.Kind switch
        {
            DeliveryKind.Post => OutboundKind.Post,
            DeliveryKind.PublicReply => OutboundKind.PublicReply,
            DeliveryKind.PrivateMessage => OutboundKind.PrivateMessage,
        },
        Text = d.Text,
        InReplyTo = d.InReplyTo,
        ThreadId = d.ThreadId,
        Recipient = d.Recipient,
        ReplyHandle = d.ReplyHandle,
        IntendedAt = d.IntendedAt,
    };
}
