-- Every schema has these: what it tells (Outbox), how far it has heard each of the others (Hearing), what it could not take (ParkedEvent).
-- AUTOINCREMENT, so that a position whose row was trimmed is never used again.
CREATE TABLE $(schema).Outbox (
    Position INTEGER PRIMARY KEY AUTOINCREMENT,
    Id INTEGER NOT NULL,
    ActId INTEGER NOT NULL,
    Act TEXT NOT NULL,
    ActorKind INTEGER NOT NULL,
    ActorId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    Origin TEXT,
    Purpose TEXT,
    Type TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Facts TEXT NOT NULL
) STRICT;

CREATE TABLE $(schema).Hearing (
    Publisher TEXT NOT NULL PRIMARY KEY,
    Position INTEGER NOT NULL
) STRICT;

CREATE TABLE $(schema).ParkedEvent (
    Publisher TEXT NOT NULL,
    Position INTEGER NOT NULL,
    EventId INTEGER NOT NULL,
    Type TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Facts TEXT NOT NULL,
    Attempts INTEGER NOT NULL,
    Error TEXT NOT NULL,
    ParkedAt INTEGER NOT NULL,
    PRIMARY KEY (Publisher, Position)
) STRICT;
