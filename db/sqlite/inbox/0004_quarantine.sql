-- What reached us and could not be stored with the rest: its bytes, and what the connector read in them.
CREATE TABLE inbox.QuarantinedItem (
    Id INTEGER PRIMARY KEY,
    ItemKey BLOB NOT NULL,
    ChannelId INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    RawType TEXT NOT NULL,
    Raw BLOB NOT NULL,
    RawSha256 BLOB NOT NULL,
    Reading TEXT,
    Why TEXT NOT NULL,
    State INTEGER NOT NULL,
    SettledAt INTEGER,
    SettledBy INTEGER,
    Reason TEXT
) STRICT;
CREATE UNIQUE INDEX inbox.UX_QuarantinedItem_ItemKey ON QuarantinedItem (ItemKey);
CREATE INDEX inbox.IX_QuarantinedItem_Open ON QuarantinedItem (ChannelId) WHERE State = 1;
