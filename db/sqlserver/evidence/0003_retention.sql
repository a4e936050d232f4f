-- How long records are kept before somebody looks at them again, as the force decides it.
CREATE TABLE evidence.RetentionClass (
    Id bigint NOT NULL CONSTRAINT PK_RetentionClass PRIMARY KEY,
    Code nvarchar(20) NOT NULL,
    Name nvarchar(200) NOT NULL,
    Source nvarchar(300) NOT NULL,
    Months int NOT NULL,
    CountsFrom int NOT NULL,
    AtEnd int NOT NULL,
    Checked bit NOT NULL,
    Retired bit NOT NULL,
    ChangedBy bigint NOT NULL,
    ChangedAt bigint NOT NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_RetentionClass_Code ON evidence.RetentionClass (Code);

-- Which class a record has by itself; an empty category or grade means any, and what says more goes before what says less.
CREATE TABLE evidence.RetentionRule (
    Kind int NOT NULL,
    Category nvarchar(50) NOT NULL,
    Grade nvarchar(50) NOT NULL,
    ClassId bigint NOT NULL,
    CONSTRAINT PK_RetentionRule PRIMARY KEY (Kind, Category, Grade)
);

-- Records that were given another class, and why.
CREATE TABLE evidence.RecordClass (
    Kind int NOT NULL,
    RecordId bigint NOT NULL,
    ClassId bigint NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    SetBy bigint NOT NULL,
    SetAt bigint NOT NULL,
    CONSTRAINT PK_RecordClass PRIMARY KEY (Kind, RecordId)
);

-- What was due, and what was decided.
CREATE TABLE evidence.Review (
    Id bigint NOT NULL CONSTRAINT PK_Review PRIMARY KEY,
    Kind int NOT NULL,
    RecordId bigint NOT NULL,
    Name nvarchar(200) NOT NULL,
    ChannelId bigint NULL,
    TeamId bigint NULL,
    ClassCode nvarchar(20) NOT NULL,
    Harmless bit NOT NULL,
    DueAt bigint NOT NULL,
    FilledAt bigint NOT NULL,
    State int NOT NULL,
    Reasons nvarchar(200) NOT NULL,
    Rationale nvarchar(2000) NOT NULL,
    DecidedBy bigint NULL,
    DecidedAt bigint NULL,
    RetainedUntil bigint NULL,
    ConfirmedBy bigint NULL,
    ConfirmedAt bigint NULL,
    EndedAt bigint NULL,
    Conversations nvarchar(max) NOT NULL,
    Problem nvarchar(1000) NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Review_Open ON evidence.Review (Kind, RecordId) WHERE State <= 3;
CREATE INDEX IX_Review_Record ON evidence.Review (RecordId, Kind);
CREATE INDEX IX_Review_State ON evidence.Review (State, DueAt, Id);

-- How far a disposal has come; what is done is not done again after a restart.
CREATE TABLE evidence.DisposalStep (
    DisposalId bigint NOT NULL,
    Module nvarchar(50) NOT NULL,
    RowsErased int NOT NULL,
    FilesErased int NOT NULL,
    EndedAt bigint NOT NULL,
    CONSTRAINT PK_DisposalStep PRIMARY KEY (DisposalId, Module)
);

-- Bags that were erased with what they held; the export stays on record.
CREATE TABLE evidence.ErasedBag (
    ExportId bigint NOT NULL CONSTRAINT PK_ErasedBag PRIMARY KEY,
    DisposalId bigint NOT NULL,
    ErasedAt bigint NOT NULL
);
