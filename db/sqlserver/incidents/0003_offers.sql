-- What other services of our kind offer us, as it came, what came of it, and the alarm about hand-overs that nobody answers.
CREATE TABLE incidents.Offer (
    Id bigint NOT NULL CONSTRAINT PK_Offer PRIMARY KEY,
    Peer nvarchar(100) NOT NULL,
    TheirId nvarchar(100) NOT NULL,
    TheirNumber nvarchar(200) NOT NULL,
    Way int NOT NULL,
    Document nvarchar(max) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    Rehearsal bit NOT NULL,
    FirstContactAt bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    State int NOT NULL,
    Problem nvarchar(4000) NULL,
    NotedAt bigint NULL,
    NotedBy bigint NULL,
    SettledAt bigint NULL,
    SettledBy bigint NULL,
    Reason nvarchar(1000) NULL,
    IncidentId bigint NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Offer_Peer_TheirId ON incidents.Offer (Peer, TheirId);
CREATE INDEX IX_Offer_State ON incidents.Offer (State, Id);
CREATE INDEX IX_Offer_IncidentId ON incidents.Offer (IncidentId);

ALTER TABLE incidents.Handover ADD OfferId bigint NULL, AlarmAt bigint NULL, NotedAt bigint NULL, NotedBy bigint NULL;
