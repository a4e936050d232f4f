-- What was erased of conversations, or of one message of them: all that is left to say about it.
CREATE TABLE inbox.Disposal (
    Id INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    MessageId INTEGER,
    ClassCode TEXT NOT NULL,
    Rationale TEXT NOT NULL,
    DecidedBy INTEGER NOT NULL,
    ConfirmedBy INTEGER NOT NULL,
    RowsErased INTEGER NOT NULL,
    FilesErased INTEGER NOT NULL,
    At INTEGER NOT NULL,
    PRIMARY KEY (ConversationId, Id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox.IX_Attachment_Sha256 ON Attachment (Sha256) WHERE Sha256 IS NOT NULL;

-- What is taken out of the full-text index leaves no trace in it.
INSERT INTO inbox.MessageText (MessageText, rank) VALUES ('secure-delete', 1);
