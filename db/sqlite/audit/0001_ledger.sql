-- The ledger only grows: rows are added to Word, Entry, Detail, Leaves, Node and SignedNote and never changed. Only Detail can be emptied,
-- where FactsErased allows it; the hash that its entry needs then stands in Erased.

-- Whose turn it is to add entries, and the next entry's number.
CREATE TABLE audit.Turn (
    Id INTEGER PRIMARY KEY,
    Next INTEGER NOT NULL
) STRICT;

-- Names of events, acts, kinds of subject and facts, each written once.
CREATE TABLE audit.Word (
    Id INTEGER PRIMARY KEY,
    Text TEXT NOT NULL
) STRICT;

-- What a leaf says, without anything personal.
CREATE TABLE audit.Entry (
    Number INTEGER PRIMARY KEY,
    EventId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    Type INTEGER NOT NULL,
    Act INTEGER NOT NULL,
    ActId INTEGER NOT NULL,
    ActorKind INTEGER NOT NULL,
    ActorId INTEGER NOT NULL,
    SubjectKind INTEGER NOT NULL,
    SubjectId INTEGER NOT NULL,
    SubjectName TEXT,
    SessionId INTEGER,
    HasPurpose INTEGER NOT NULL,
    Family INTEGER NOT NULL
) STRICT;
CREATE INDEX audit.IX_Entry_At ON Entry (At);
CREATE INDEX audit.IX_Entry_Subject ON Entry (SubjectId, SubjectKind, At);
CREATE INDEX audit.IX_Entry_Person ON Entry (ActorId, At) WHERE ActorKind = 1;
CREATE INDEX audit.IX_Entry_Family ON Entry (Family, At) WHERE Family <> 1 AND Family <> 11;

-- What a leaf seals: the event's facts, from where, and what for. The names of the facts are a word (Shape; 0 where they stand in Facts).
CREATE TABLE audit.Detail (
    Number INTEGER PRIMARY KEY,
    Shape INTEGER NOT NULL,
    Salt BLOB NOT NULL,
    Facts TEXT NOT NULL
) STRICT;

-- The leaf hashes of a batch, 32 bytes each, from entry First on.
CREATE TABLE audit.Leaves (
    First INTEGER PRIMARY KEY,
    Hashes BLOB NOT NULL
) STRICT;

-- Roots of full subtrees: level 1 spans 256 entries, level 2 256 times as many.
CREATE TABLE audit.Node (
    Level INTEGER NOT NULL,
    Place INTEGER NOT NULL,
    Hash BLOB NOT NULL,
    PRIMARY KEY (Level, Place)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit.SignedNote (
    Number INTEGER PRIMARY KEY,
    Log INTEGER NOT NULL,
    Size INTEGER NOT NULL,
    Note TEXT NOT NULL
) STRICT;

CREATE TABLE audit.Erased (
    Number INTEGER PRIMARY KEY,
    Seal BLOB NOT NULL,
    AllowedBy INTEGER NOT NULL
) STRICT;

-- Not the ledger, but about it.
CREATE TABLE audit.Alarm (
    Id INTEGER PRIMARY KEY,
    Kind TEXT NOT NULL,
    What TEXT NOT NULL,
    RaisedAt INTEGER NOT NULL,
    AcknowledgedAt INTEGER,
    AcknowledgedBy INTEGER
) STRICT;
CREATE INDEX audit.IX_Alarm_Open ON Alarm (RaisedAt) WHERE AcknowledgedAt IS NULL;

CREATE TABLE audit.Verification (
    Id INTEGER PRIMARY KEY,
    StartedAt INTEGER NOT NULL,
    StartedBy INTEGER NOT NULL,
    EndedAt INTEGER,
    Entries INTEGER NOT NULL,
    Checkpoints INTEGER NOT NULL,
    Tail INTEGER NOT NULL,
    Erased INTEGER NOT NULL,
    FirstWrong INTEGER,
    What TEXT
) STRICT;
