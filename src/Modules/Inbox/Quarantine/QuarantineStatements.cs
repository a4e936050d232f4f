using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>The statements of what is kept aside.</summary>
internal static class QuarantineStatements
{
    private const string Columns =
        "Id, ItemKey, ChannelId, ReceivedAt, RawType, Raw, RawSha256, Reading, Why, State, SettledAt, SettledBy, Reason";

    public static readonly Statement<QuarantinedRow> Load = Statement.Of<QuarantinedRow>(
        $"SELECT {Columns} FROM inbox.QuarantinedItem WHERE Id = @id");

    public static readonly Statement<QuarantinedLine> Waiting = Statement.Paged<QuarantinedLine>(
        """
        SELECT Id, ChannelId, ReceivedAt, RawSha256, Why FROM inbox.QuarantinedItem
        WHERE State = 1 AND (@everywhere = 1 OR ChannelId IN @channels)
        ORDER BY Id DESC
        """);

    public static readonly Statement<int> Left = Statement.Of<int>(
        "SELECT COUNT(*) AS N FROM inbox.QuarantinedItem WHERE State = 1 AND ChannelId = @channelId");

    /// <summary>A page that is handed over twice brings the same again.</summary>
    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.QuarantinedItem ({Columns})
        SELECT @Id, @ItemKey, @ChannelId, @ReceivedAt, @RawType, @Raw, @RawSha256, @Reading, @Why, @State, @SettledAt, @SettledBy, @Reason
        WHERE NOT EXISTS (SELECT 1 FROM inbox.QuarantinedItem WHERE ItemKey = @ItemKey)
        """);

    /// <summary>Settles what waits; changes nothing where somebody has already.</summary>
    public static readonly Statement Settle = Statement.Of(
        """
        UPDATE inbox.QuarantinedItem SET State = @state, SettledAt = @at, SettledBy = @personId, Reason = @reason
        WHERE Id = @id AND State = 1
        """);
}
