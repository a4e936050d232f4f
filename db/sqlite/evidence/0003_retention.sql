-- How long records are kept before somebody looks at them again, as the force decides it.
CREATE TABLE evidence.RetentionClass (
    Id INTEGER PRIMARY KEY,
    Code TEXT NOT NULL,
    Name TEXT NOT NULL,
    Source TEXT NOT NULL,
    Months INTEGER NOT NULL,
    CountsFrom INTEGER NOT NULL,
    AtEnd INTEGER NOT NULL,
    Checked INTEGER NOT NULL,
    Retired INTEGER NOT NULL,
    ChangedBy INTEGER NOT NULL,
    ChangedAt INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX evidence.UX_RetentionClass_Code ON RetentionClass (Code);

-- Which class a record has by itself; an empty category or grade means any, and what says more goes before what says less.
CREATE TABLE evidence.RetentionRule (
    Kind INTEGER NOT NULL,
    Category TEXT NOT NULL,
    Grade TEXT NOT NULL,
    ClassId INTEGER NOT NULL,
    PRIMARY KEY (Kind, Category, Grade)
) STRICT, WITHOUT ROWID;

-- Records that were given another class, and why.
CREATE TABLE evidence.RecordClass (
    Kind INTEGER NOT NULL,
    RecordId INTEGER NOT NULL,
    ClassId INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    SetBy INTEGER NOT NULL,
    SetAt INTEGER NOT NULL,
    PRIMARY KEY (Kind, RecordId)
) STRICT, WITHOUT ROWID;

-- What was due, and what was decided.
CREATE TABLE evidence.Review (
    Id INTEGER PRIMARY KEY,
    Kind INTEGER NOT NULL,
    RecordId INTEGER NOT NULL,
    Name TEXT NOT NULL,
    ChannelId INTEGER,
    TeamId INTEGER,
    ClassCode TEXT NOT NULL,
    Harmless INTEGER NOT NULL,
    DueAt INTEGER NOT NULL,
    FilledAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Reasons TEXT NOT NULL,
    Rationale TEXT NOT NULL,
    DecidedBy INTEGER,
    DecidedAt INTEGER,
    RetainedUntil INTEGER,
    ConfirmedBy INTEGER,
    ConfirmedAt INTEGER,
    EndedAt INTEGER,
    Conversations TEXT NOT NULL,
    Problem TEXT,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX evidence.UX_Review_Open ON Review (Kind, RecordId) WHERE State <= 3;
CREATE INDEX evidence.IX_Review_Record ON Review (RecordId, Kind);
CREATE INDEX evidence.IX_Review_State ON Review (State, DueAt, Id);

-- How far a disposal has come; what is done is not done again after a restart.
CREATE TABLE evidence.DisposalStep (
    DisposalId INTEGER NOT NULL,
    Module TEXT NOT NULL,
    RowsErased INTEGER NOT NULL,
    FilesErased INTEGER NOT NULL,
    EndedAt INTEGER NOT NULL,
    PRIMARY KEY (DisposalId, Module)
) STRICT, WITHOUT ROWID;

-- Bags that were erased with what they held; the export stays on record.
CREATE TABLE evidence.ErasedBag (
    ExportId INTEGER PRIMARY KEY,
    DisposalId INTEGER NOT NULL,
    ErasedAt INTEGER NOT NULL
) STRICT;
