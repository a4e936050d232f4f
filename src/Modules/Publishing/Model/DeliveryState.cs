namespace PoliceSocial.Publishing.Model;

/// <summary>How far a delivery has come.</summary>
internal enum DeliveryState
{
    /// <summary>It is stored; the network has not been called for it, or certainly did nothing.</summary>
    Intended = 1,

    /// <summary>The network is being called, once.</summary>
    Attempting = 2,

    /// <summary>It is published.</summary>
    Sent = 3,

    /// <summary>It is not published and will not be.</summary>
    Refused = 4,

    /// <summary>It may or may not be published; the network is being read back.</summary>
    OutcomeUnknown = 5,
}

/// <summary>What goes out.</summary>
internal enum DeliveryKind
{
    Post = 1,
    PublicReply = 2,
    PrivateMessage = 3,
}
