using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Contacts.Merging;

/// <summary>A decision that two contacts are one person, as it is stored; one that was taken back included.</summary>
internal sealed record MergingRow
{
    private const string Columns = "Id, FirstId, SecondId, Reason, MergedAt, MergedBy, PartedAt, PartedBy, PartedReason";

    public static readonly Statement<MergingRow> Load = Statement.Of<MergingRow>($"SELECT {Columns} FROM inbox.ContactMerging WHERE Id = @id");

    /// <summary>All that concern any of these contacts.</summary>
    public static readonly Statement<MergingRow> OfContacts = Statement.Of<MergingRow>(
        $"SELECT {Columns} FROM inbox.ContactMerging WHERE FirstId IN @ids OR SecondId IN @ids ORDER BY Id");

    public static readonly Statement Insert = Statement.Of(
        """
        INSERT INTO inbox.ContactMerging (Id, FirstId, SecondId, Reason, MergedAt, MergedBy)
        SELECT @id, @firstId, @secondId, @reason, @at, @by
        WHERE NOT EXISTS (SELECT 1 FROM inbox.ContactMerging WHERE FirstId = @firstId AND SecondId = @secondId AND PartedAt IS NULL)
        """);

    public static readonly Statement Part = Statement.Of(
        "UPDATE inbox.ContactMerging SET PartedAt = @at, PartedBy = @by, PartedReason = @reason WHERE Id = @id AND PartedAt IS NULL");

    public required long Id { get; init; }

    /// <summary>The one with the smaller id, so that two are joined once.</summary>
    public required long FirstId { get; init; }

    public required long SecondId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    public required long MergedBy { get; init; }

    public DateTimeOffset? PartedAt { get; init; }

    public long? PartedBy { get; init; }

    public string? PartedReason { get; init; }
}
