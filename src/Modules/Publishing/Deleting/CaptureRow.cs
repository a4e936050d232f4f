using System.Security.Cryptography;

namespace PoliceSocial.Publishing.Deleting;

/// <summary>What the network showed when it was read back before a deletion.</summary>
internal enum Shown
{
    /// <summary>The post, as kept.</summary>
    Post = 1,

    /// <summary>Nothing: it was gone already.</summary>
    Nothing = 2,

    /// <summary>It could not be read; a member of staff went on with a reason.</summary>
    Unknown = 3,
}

/// <summary>What is kept of a post of ours before the network is asked to delete it: what we sent, and what the network showed of it then.</summary>
internal sealed record CaptureRow
{
    private const string Columns = "Id, DeletionId, DeliveryId, CapturedAt, Shown, Text, Pictures, NetworkId, Permalink, NetworkTime, Bytes, Sha256, Why";

    public static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO publishing.Capture ({Columns})
        VALUES (@Id, @DeletionId, @DeliveryId, @CapturedAt, @Shown, @Text, @Pictures, @NetworkId, @Permalink, @NetworkTime, @Bytes, @Sha256, @Why)
        """);

    public static readonly Statement<CaptureRow> OfDeliveries = Statement.Of<CaptureRow>(
        $"SELECT {Columns} FROM publishing.Capture WHERE DeliveryId IN @ids ORDER BY Id");

    public required long Id { get; init; }

    public required long DeletionId { get; init; }

    public required long DeliveryId { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required Shown Shown { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 and description of each picture, a line each; the bytes lie with the reply.</summary>
    public required string Pictures { get; init; }

    public required string NetworkId { get; init; }

    public string? Permalink { get; init; }

    public DateTimeOffset? NetworkTime { get; init; }

    /// <summary>What the network answered, as received; empty where it showed nothing.</summary>
    public required byte[] Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Why it was deleted without, or null.</summary>
    public string? Why { get; init; }

    /// <summary>What is kept, from what was sent and what the network showed.</summary>
    public static CaptureRow Of(long id, DeletionRow deletion, DeliveryRow delivery, string pictures, Published? seen, Shown shown, string? why)
    {
        var bytes = seen?.Receipt.ToArray() ?? [];
        return new()
        {
            Id = id,
            DeletionId = deletion.Id,
            DeliveryId = delivery.Id,
            CapturedAt = deletion.AskedAt,
            Shown = shown,
            Text = delivery.Text,
            Pictures = pictures,
            NetworkId = deletion.NetworkId,
            Permalink = seen?.Permalink ?? delivery.Permalink,
            NetworkTime = seen?.NetworkTime ?? delivery.NetworkTime,
            Bytes = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Why = why,
        };
    }
}
