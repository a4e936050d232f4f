-- Which checkpoints say that the ledger goes on from an older copy of itself. What counts is the signed note; this finds it.
CREATE TABLE audit.Restoration (
    Number INTEGER PRIMARY KEY,
    FromSize INTEGER NOT NULL,
    LostSize INTEGER NOT NULL
) STRICT;

-- What authorities outside said of a checkpoint (RFC 3161).
CREATE TABLE audit.TimeStamp (
    Id INTEGER PRIMARY KEY,
    Number INTEGER NOT NULL,
    Authority TEXT NOT NULL,
    StampedAt INTEGER NOT NULL,
    Token BLOB NOT NULL
) STRICT;
CREATE INDEX audit.IX_TimeStamp_Authority ON TimeStamp (Authority, Number);

-- Not the ledger, but about it: what was found wrong with it, and what somebody decided about that.
CREATE TABLE audit.Decision (
    Id INTEGER PRIMARY KEY,
    Kind TEXT NOT NULL,
    What TEXT NOT NULL,
    Reason TEXT NOT NULL,
    DecidedAt INTEGER NOT NULL,
    DecidedBy INTEGER NOT NULL
) STRICT;
