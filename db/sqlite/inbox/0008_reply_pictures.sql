-- The pictures of a reply, made anew from what staff chose; their bytes lie among the media files.
CREATE TABLE inbox.ReplyPicture (
    ReplyId INTEGER NOT NULL,
    Number INTEGER NOT NULL,
    Sha256 BLOB NOT NULL,
    Bytes INTEGER NOT NULL,
    MediaType TEXT NOT NULL,
    AltText TEXT NOT NULL,
    Width INTEGER NOT NULL,
    Height INTEGER NOT NULL,
    PRIMARY KEY (ReplyId, Number)
) STRICT, WITHOUT ROWID;
