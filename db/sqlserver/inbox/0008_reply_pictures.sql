-- The pictures of a reply, made anew from what staff chose; their bytes lie among the media files.
CREATE TABLE inbox.ReplyPicture (
    ReplyId bigint NOT NULL,
    Number int NOT NULL,
    Sha256 binary(32) NOT NULL,
    Bytes int NOT NULL,
    MediaType nvarchar(100) NOT NULL,
    AltText nvarchar(2000) NOT NULL,
    Width int NOT NULL,
    Height int NOT NULL,
    CONSTRAINT PK_ReplyPicture PRIMARY KEY (ReplyId, Number)
);
