-- What was erased of conversations, or of one message of them: all that is left to say about it.
CREATE TABLE inbox.Disposal (
    Id bigint NOT NULL,
    ConversationId bigint NOT NULL,
    MessageId bigint NULL,
    ClassCode nvarchar(100) NOT NULL,
    Rationale nvarchar(2000) NOT NULL,
    DecidedBy bigint NOT NULL,
    ConfirmedBy bigint NOT NULL,
    RowsErased int NOT NULL,
    FilesErased int NOT NULL,
    At bigint NOT NULL,
    CONSTRAINT PK_Disposal PRIMARY KEY (ConversationId, Id)
);
CREATE INDEX IX_Attachment_Sha256 ON inbox.Attachment (Sha256) WHERE Sha256 IS NOT NULL;
