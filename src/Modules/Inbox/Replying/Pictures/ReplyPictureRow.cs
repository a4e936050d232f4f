using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying.Pictures;

/// <summary>A picture that goes out with a reply, as it is stored.</summary>
internal sealed record ReplyPictureRow
{
    private const string Columns = "ReplyId, Number, Sha256, Bytes, MediaType, AltText, Width, Height";

    public static readonly Statement<ReplyPictureRow> OfReply = Statement.Of<ReplyPictureRow>(
        $"SELECT {Columns} FROM inbox.ReplyPicture WHERE ReplyId = @replyId ORDER BY Number");

    public static readonly Statement<ReplyPictureRow> OfReplies = Statement.Of<ReplyPictureRow>(
        $"SELECT {Columns} FROM inbox.ReplyPicture WHERE ReplyId IN @ids ORDER BY ReplyId, Number");

    public static readonly Statement Insert = Statement.Of(
        $"INSERT INTO inbox.ReplyPicture ({Columns}) VALUES (@ReplyId, @Number, @Sha256, @Bytes, @MediaType, @AltText, @Width, @Height)");

    public required long ReplyId { get; init; }

    public required int Number { get; init; }

    public required byte[] Sha256 { get; init; }

    public required int Bytes { get; init; }

    public required string MediaType { get; init; }

    public required string AltText { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public ReplyPicture ToPicture() => new(Number, Convert.ToHexStringLower(Sha256), MediaType, AltText, Width, Height);
}
