-- What a conversation was before somebody acted on it, for as long as that can be undone.
CREATE TABLE inbox.UndoStep (
    ActId INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    PersonId INTEGER NOT NULL,
    EntryId INTEGER NOT NULL,
    Deed INTEGER NOT NULL,
    State INTEGER NOT NULL,
    StateAfter INTEGER NOT NULL,
    SnoozedUntil INTEGER,
    HolderId INTEGER,
    HeldSince INTEGER,
    TeamId INTEGER,
    TagsAdded TEXT NOT NULL,
    TagsRemoved TEXT NOT NULL,
    At INTEGER NOT NULL,
    UndoneAt INTEGER,
    PRIMARY KEY (ActId, ConversationId)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox.IX_UndoStep_At ON UndoStep (At);
