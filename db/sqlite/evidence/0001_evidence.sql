-- What staff marked as exhibits, each with its initials and number.
CREATE TABLE evidence.Exhibit (
    Id INTEGER PRIMARY KEY,
    PersonId INTEGER NOT NULL,
    Initials TEXT NOT NULL,
    Number INTEGER NOT NULL,
    Target INTEGER NOT NULL,
    TargetId INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    TeamId INTEGER,
    What TEXT NOT NULL,
    Relevant INTEGER NOT NULL,
    Sensitive TEXT,
    Used INTEGER NOT NULL,
    MarkedAt INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX evidence.UX_Exhibit_Person ON Exhibit (PersonId, Number);
CREATE INDEX evidence.IX_Exhibit_Conversation ON Exhibit (ConversationId);

-- What must be kept, whatever its review date says.
CREATE TABLE evidence.Hold (
    Id INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    TeamId INTEGER,
    Basis TEXT NOT NULL,
    PlacedBy INTEGER NOT NULL,
    PlacedAt INTEGER NOT NULL,
    ReleasedBy INTEGER,
    ReleasedAt INTEGER,
    ReleaseReason TEXT
) STRICT;
CREATE INDEX evidence.IX_Hold_Conversation ON Hold (ConversationId);

-- What is given to somebody outside: the order, how far it has come, and what was made.
CREATE TABLE evidence.Export (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER,
    Investigation TEXT NOT NULL,
    Recipient TEXT NOT NULL,
    Basis TEXT NOT NULL,
    Purpose TEXT NOT NULL,
    WithNotes INTEGER NOT NULL,
    WithSensitive INTEGER NOT NULL,
    AskedBy INTEGER NOT NULL,
    AskedAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Attempts INTEGER NOT NULL,
    EndedAt INTEGER,
    Files INTEGER,
    Bytes INTEGER,
    Stamps INTEGER,
    Fingerprint TEXT,
    Problem TEXT,
    Version INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence.IX_Export_State ON Export (State, Id);
CREATE INDEX evidence.IX_Export_Recipient ON Export (Recipient, Id);

CREATE TABLE evidence.ExportConversation (
    ExportId INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    TeamId INTEGER,
    PRIMARY KEY (ExportId, ConversationId)
) STRICT, WITHOUT ROWID;

-- What an export must not hold.
CREATE TABLE evidence.Redaction (
    ExportId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    TargetId INTEGER NOT NULL,
    Why TEXT NOT NULL,
    PRIMARY KEY (ExportId, Kind, TargetId)
) STRICT, WITHOUT ROWID;
