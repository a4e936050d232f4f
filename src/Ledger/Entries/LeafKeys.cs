namespace PoliceSocial.Ledger.Entries;

/// <summary>What stands between a leaf's values, in order. Together they are the whole grammar of version 1.</summary>
internal static class LeafKeys
{
    /// <summary>More than the keys and the fixed-length values of any leaf.</summary>
    public const int Room = 384;

    public static ReadOnlySpan<byte> Index => "{\"v\":1,\"n\":"u8;

    public static ReadOnlySpan<byte> Id => ",\"id\":\""u8;

    public static ReadOnlySpan<byte> Time => "\",\"at\":\""u8;

    public static ReadOnlySpan<byte> Module => "\",\"module\":\""u8;

    public static ReadOnlySpan<byte> Event => "\",\"event\":\""u8;

    public static ReadOnlySpan<byte> Act => "\",\"act\":\""u8;

    public static ReadOnlySpan<byte> ActId => "\",\"actId\":\""u8;

    public static ReadOnlySpan<byte> ActorKind => "\",\"actorKind\":\""u8;

    public static ReadOnlySpan<byte> ActorId => "\",\"actorId\":\""u8;

    public static ReadOnlySpan<byte> Subject => "\",\"subject\":\""u8;

    public static ReadOnlySpan<byte> Session => "\",\"session\":\""u8;

    public static ReadOnlySpan<byte> Address => "\",\"address\":\""u8;

    public static ReadOnlySpan<byte> Purpose => "\",\"purpose\":\""u8;

    public static ReadOnlySpan<byte> Facts => "\",\"facts\":\""u8;

    public static ReadOnlySpan<byte> End => "\"}"u8;
}
