-- Every schema has these: what it tells (Outbox), how far it has heard each of the others (Hearing), what it could not take (ParkedEvent).
-- Read by Position (rowversion), not by Id: identities and ids become visible out of order when writers overlap.
CREATE TABLE $(schema).Outbox (
    Position rowversion NOT NULL CONSTRAINT PK_$(schema)_Outbox PRIMARY KEY,
    Id bigint NOT NULL,
    ActId bigint NOT NULL,
    Act nvarchar(100) NOT NULL,
    ActorKind int NOT NULL,
    ActorId bigint NOT NULL,
    At bigint NOT NULL,
    Origin nvarchar(200) NULL,
    Purpose nvarchar(1000) NULL,
    Type nvarchar(100) NOT NULL,
    Subject nvarchar(100) NOT NULL,
    Facts nvarchar(max) NOT NULL
);

CREATE TABLE $(schema).Hearing (
    Publisher nvarchar(50) NOT NULL CONSTRAINT PK_$(schema)_Hearing PRIMARY KEY,
    Position bigint NOT NULL
);

CREATE TABLE $(schema).ParkedEvent (
    Publisher nvarchar(50) NOT NULL,
    Position bigint NOT NULL,
    EventId bigint NOT NULL,
    Type nvarchar(100) NOT NULL,
    Subject nvarchar(100) NOT NULL,
    Facts nvarchar(max) NOT NULL,
    Attempts int NOT NULL,
    Error nvarchar(max) NOT NULL,
    ParkedAt bigint NOT NULL,
    CONSTRAINT PK_$(schema)_ParkedEvent PRIMARY KEY (Publisher, Position)
);
