-- What a conversation was before somebody acted on it, for as long as that can be undone.
CREATE TABLE inbox.UndoStep (
    ActId bigint NOT NULL,
    ConversationId bigint NOT NULL,
    PersonId bigint NOT NULL,
    EntryId bigint NOT NULL,
    Deed int NOT NULL,
    State int NOT NULL,
    StateAfter int NOT NULL,
    SnoozedUntil bigint NULL,
    HolderId bigint NULL,
    HeldSince bigint NULL,
    TeamId bigint NULL,
    TagsAdded nvarchar(max) NOT NULL,
    TagsRemoved nvarchar(max) NOT NULL,
    At bigint NOT NULL,
    UndoneAt bigint NULL,
    CONSTRAINT PK_UndoStep PRIMARY KEY (ActId, ConversationId)
);
CREATE INDEX IX_UndoStep_At ON inbox.UndoStep (At);
