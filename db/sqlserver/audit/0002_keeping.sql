-- Which checkpoints say that the ledger goes on from an older copy of itself. What counts is the signed note; this finds it.
CREATE TABLE audit.Restoration (
    Number bigint NOT NULL CONSTRAINT PK_Restoration PRIMARY KEY,
    FromSize bigint NOT NULL,
    LostSize bigint NOT NULL
);

-- What authorities outside said of a checkpoint (RFC 3161).
CREATE TABLE audit.TimeStamp (
    Id bigint NOT NULL CONSTRAINT PK_TimeStamp PRIMARY KEY,
    Number bigint NOT NULL,
    Authority nvarchar(200) NOT NULL,
    StampedAt bigint NOT NULL,
    Token varbinary(max) NOT NULL
);
CREATE INDEX IX_TimeStamp_Authority ON audit.TimeStamp (Authority, Number);

-- Not the ledger, but about it: what was found wrong with it, and what somebody decided about that.
CREATE TABLE audit.Decision (
    Id bigint NOT NULL CONSTRAINT PK_Decision PRIMARY KEY,
    Kind nvarchar(50) NOT NULL,
    What nvarchar(1000) NOT NULL,
    Reason nvarchar(500) NOT NULL,
    DecidedAt bigint NOT NULL,
    DecidedBy bigint NOT NULL
);
