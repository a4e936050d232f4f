-- What staff marked as exhibits, each with its initials and number.
CREATE TABLE evidence.Exhibit (
    Id bigint NOT NULL CONSTRAINT PK_Exhibit PRIMARY KEY,
    PersonId bigint NOT NULL,
    Initials nvarchar(10) NOT NULL,
    Number int NOT NULL,
    Target int NOT NULL,
    TargetId bigint NOT NULL,
    ConversationId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    TeamId bigint NULL,
    What nvarchar(500) NOT NULL,
    Relevant bit NOT NULL,
    Sensitive nvarchar(1000) NULL,
    Used bit NOT NULL,
    MarkedAt bigint NOT NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Exhibit_Person ON evidence.Exhibit (PersonId, Number);
CREATE INDEX IX_Exhibit_Conversation ON evidence.Exhibit (ConversationId);

-- What must be kept, whatever its review date says.
CREATE TABLE evidence.Hold (
    Id bigint NOT NULL CONSTRAINT PK_Hold PRIMARY KEY,
    ConversationId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    TeamId bigint NULL,
    Basis nvarchar(1000) NOT NULL,
    PlacedBy bigint NOT NULL,
    PlacedAt bigint NOT NULL,
    ReleasedBy bigint NULL,
    ReleasedAt bigint NULL,
    ReleaseReason nvarchar(1000) NULL
);
CREATE INDEX IX_Hold_Conversation ON evidence.Hold (ConversationId);

-- What is given to somebody outside: the order, how far it has come, and what was made.
CREATE TABLE evidence.Export (
    Id bigint NOT NULL CONSTRAINT PK_Export PRIMARY KEY,
    IncidentId bigint NULL,
    Investigation nvarchar(200) NOT NULL,
    Recipient nvarchar(300) NOT NULL,
    Basis nvarchar(500) NOT NULL,
    Purpose nvarchar(1000) NOT NULL,
    WithNotes bit NOT NULL,
    WithSensitive bit NOT NULL,
    AskedBy bigint NOT NULL,
    AskedAt bigint NOT NULL,
    State int NOT NULL,
    Attempts int NOT NULL,
    EndedAt bigint NULL,
    Files int NULL,
    Bytes bigint NULL,
    Stamps int NULL,
    Fingerprint nvarchar(64) NULL,
    Problem nvarchar(2000) NULL,
    Version int NOT NULL
);
CREATE INDEX IX_Export_State ON evidence.Export (State, Id);
CREATE INDEX IX_Export_Recipient ON evidence.Export (Recipient, Id);

CREATE TABLE evidence.ExportConversation (
    ExportId bigint NOT NULL,
    ConversationId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    TeamId bigint NULL,
    CONSTRAINT PK_ExportConversation PRIMARY KEY (ExportId, ConversationId)
);

-- What an export must not hold.
CREATE TABLE evidence.Redaction (
    ExportId bigint NOT NULL,
    Kind int NOT NULL,
    TargetId bigint NOT NULL,
    Why nvarchar(1000) NOT NULL,
    CONSTRAINT PK_Redaction PRIMARY KEY (ExportId, Kind, TargetId)
);
