-- The ledger only grows: rows are added to Word, Entry, Detail, Leaves, Node and SignedNote and never changed. Only Detail can be emptied,
-- where FactsErased allows it; the hash that its entry needs then stands in Erased.
-- On SQL Server 2022 and later Word, Entry, Leaves, Node, SignedNote and Erased can be made WITH (LEDGER = ON (APPEND_ONLY = ON)).

-- Whose turn it is to add entries, and the next entry's number.
CREATE TABLE audit.Turn (
    Id int NOT NULL CONSTRAINT PK_Turn PRIMARY KEY,
    Next bigint NOT NULL
);

-- Names of events, acts, kinds of subject and facts, each written once.
CREATE TABLE audit.Word (
    Id int NOT NULL CONSTRAINT PK_Word PRIMARY KEY,
    Text nvarchar(200) NOT NULL
);

-- What a leaf says, without anything personal.
CREATE TABLE audit.Entry (
    Number bigint NOT NULL CONSTRAINT PK_Entry PRIMARY KEY,
    EventId bigint NOT NULL,
    At bigint NOT NULL,
    Type int NOT NULL,
    Act int NOT NULL,
    ActId bigint NOT NULL,
    ActorKind int NOT NULL,
    ActorId bigint NOT NULL,
    SubjectKind int NOT NULL,
    SubjectId bigint NOT NULL,
    SubjectName nvarchar(200) NULL,
    SessionId bigint NULL,
    HasPurpose bit NOT NULL,
    Family int NOT NULL
);
CREATE INDEX IX_Entry_At ON audit.Entry (At);
CREATE INDEX IX_Entry_Subject ON audit.Entry (SubjectId, SubjectKind, At);
CREATE INDEX IX_Entry_Person ON audit.Entry (ActorId, At) WHERE ActorKind = 1;
CREATE INDEX IX_Entry_Family ON audit.Entry (Family, At) WHERE Family <> 1 AND Family <> 11;

-- What a leaf seals: the event's facts, from where, and what for. The names of the facts are a word (Shape; 0 where they stand in Facts).
CREATE TABLE audit.Detail (
    Number bigint NOT NULL CONSTRAINT PK_Detail PRIMARY KEY,
    Shape int NOT NULL,
    Salt binary(16) NOT NULL,
    Facts nvarchar(max) NOT NULL
);

-- The leaf hashes of a batch, 32 bytes each, from entry First on.
CREATE TABLE audit.Leaves (
    First bigint NOT NULL CONSTRAINT PK_Leaves PRIMARY KEY,
    Hashes varbinary(max) NOT NULL
);

-- Roots of full subtrees: level 1 spans 256 entries, level 2 256 times as many.
CREATE TABLE audit.Node (
    Level int NOT NULL,
    Place bigint NOT NULL,
    Hash binary(32) NOT NULL,
    CONSTRAINT PK_Node PRIMARY KEY (Level, Place)
);

CREATE TABLE audit.SignedNote (
    Number bigint NOT NULL CONSTRAINT PK_SignedNote PRIMARY KEY,
    Log int NOT NULL,
    Size bigint NOT NULL,
    Note nvarchar(max) NOT NULL
);

CREATE TABLE audit.Erased (
    Number bigint NOT NULL CONSTRAINT PK_Erased PRIMARY KEY,
    Seal binary(32) NOT NULL,
    AllowedBy bigint NOT NULL
);

-- Not the ledger, but about it.
CREATE TABLE audit.Alarm (
    Id bigint NOT NULL CONSTRAINT PK_Alarm PRIMARY KEY,
    Kind nvarchar(50) NOT NULL,
    What nvarchar(1000) NOT NULL,
    RaisedAt bigint NOT NULL,
    AcknowledgedAt bigint NULL,
    AcknowledgedBy bigint NULL
);
CREATE INDEX IX_Alarm_Open ON audit.Alarm (RaisedAt) WHERE AcknowledgedAt IS NULL;

CREATE TABLE audit.Verification (
    Id bigint NOT NULL CONSTRAINT PK_Verification PRIMARY KEY,
    StartedAt bigint NOT NULL,
    StartedBy bigint NOT NULL,
    EndedAt bigint NULL,
    Entries bigint NOT NULL,
    Checkpoints bigint NOT NULL,
    Tail bigint NOT NULL,
    Erased bigint NOT NULL,
    FirstWrong bigint NULL,
    What nvarchar(2000) NULL
);
