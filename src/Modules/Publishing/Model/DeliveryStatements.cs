namespace PoliceSocial.Publishing.Model;

/// <summary>Loads and saves deliveries.</summary>
internal static class DeliveryStatements
{
    public const string Columns =
        """
        Id, Turn, Kind, ChannelId, ConversationId, Text, InReplyTo, ThreadId, Recipient, ReplyHandle, AskedBy, IntendedAt, State,
        StateSince, Why, Attempts, NotBefore, AttemptedAt, WasUnknown, NetworkId, Permalink, NetworkTime, Reconciled, ByHand, LookAt,
        Looks, StuckAt, AcknowledgedBy, AcknowledgedAt, Version
        """;

    public static readonly Statement<DeliveryRow> Load = Statement.Of<DeliveryRow>($"SELECT {Columns} FROM publishing.Delivery WHERE Id = @id");

    /// <summary>Stores an intent; does nothing where one by that id is stored already.</summary>
    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO publishing.Delivery ({Columns})
        SELECT @Id, @Turn, @Kind, @ChannelId, @ConversationId, @Text, @InReplyTo, @ThreadId, @Recipient, @ReplyHandle, @AskedBy,
            @IntendedAt, @State, @StateSince, @Why, @Attempts, @NotBefore, @AttemptedAt, @WasUnknown, @NetworkId, @Permalink,
            @NetworkTime, @Reconciled, @ByHand, @LookAt, @Looks, @StuckAt, @AcknowledgedBy, @AcknowledgedAt, @Version
        WHERE NOT EXISTS (SELECT 1 FROM publishing.Delivery WHERE Id = @Id)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE publishing.Delivery
        SET State = @State, StateSince = @StateSince, Why = @Why, Attempts = @Attempts, NotBefore = @NotBefore,
            AttemptedAt = @AttemptedAt, WasUnknown = @WasUnknown, NetworkId = @NetworkId, Permalink = @Permalink,
            NetworkTime = @NetworkTime, Reconciled = @Reconciled, ByHand = @ByHand, LookAt = @LookAt, Looks = @Looks,
            StuckAt = @StuckAt, AcknowledgedBy = @AcknowledgedBy, AcknowledgedAt = @AcknowledgedAt, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
