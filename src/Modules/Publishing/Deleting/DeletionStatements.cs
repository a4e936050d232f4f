namespace PoliceSocial.Publishing.Deleting;

/// <summary>Loads and saves deletions.</summary>
internal static class DeletionStatements
{
    public const string Columns =
        """
        Id, DeliveryId, ChannelId, NetworkId, AskedBy, AskedAt, Reason, State, StateSince, Why, Attempts, NotBefore, AttemptedAt, LookAt,
        Looks, StuckAt, AcknowledgedBy, AcknowledgedAt, Version
        """;

    public static readonly Statement<DeletionRow> Load = Statement.Of<DeletionRow>($"SELECT {Columns} FROM publishing.Deletion WHERE Id = @id");

    public static readonly Statement<DeletionRow> OfDelivery = Statement.Of<DeletionRow>(
        $"SELECT {Columns} FROM publishing.Deletion WHERE DeliveryId = @deliveryId ORDER BY Id");

    /// <summary>A wish for the same post that is open, or was granted.</summary>
    public static readonly Statement<long?> Standing = Statement.Paged<long?>(
        "SELECT Id FROM publishing.Deletion WHERE DeliveryId = @deliveryId AND State <> @refused ORDER BY Id");

    /// <summary>Stores the wish; does nothing while an earlier one for the same post is open, or the post is gone.</summary>
    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO publishing.Deletion ({Columns})
        SELECT @Id, @DeliveryId, @ChannelId, @NetworkId, @AskedBy, @AskedAt, @Reason, @State, @StateSince, @Why, @Attempts, @NotBefore,
            @AttemptedAt, @LookAt, @Looks, @StuckAt, @AcknowledgedBy, @AcknowledgedAt, @Version
        WHERE NOT EXISTS (SELECT 1 FROM publishing.Deletion WHERE DeliveryId = @DeliveryId AND State <> @refused)
        """);

    /// <summary>Saves what can change; changes nothing where somebody else saved since the row was loaded.</summary>
    public static readonly Statement Save = Statement.Of(
        """
        UPDATE publishing.Deletion
        SET State = @State, StateSince = @StateSince, Why = @Why, Attempts = @Attempts, NotBefore = @NotBefore, AttemptedAt = @AttemptedAt,
            LookAt = @LookAt, Looks = @Looks, StuckAt = @StuckAt, AcknowledgedBy = @AcknowledgedBy, AcknowledgedAt = @AcknowledgedAt,
            Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """);
}
