-- What other services of our kind offer us, as it came, what came of it, and the alarm about hand-overs that nobody answers.
CREATE TABLE incidents.Offer (
    Id INTEGER PRIMARY KEY,
    Peer TEXT NOT NULL,
    TheirId TEXT NOT NULL,
    TheirNumber TEXT NOT NULL,
    Way INTEGER NOT NULL,
    Document TEXT NOT NULL,
    Sha256 TEXT NOT NULL,
    Rehearsal INTEGER NOT NULL,
    FirstContactAt INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Problem TEXT,
    NotedAt INTEGER,
    NotedBy INTEGER,
    SettledAt INTEGER,
    SettledBy INTEGER,
    Reason TEXT,
    IncidentId INTEGER,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX incidents.UX_Offer_Peer_TheirId ON Offer (Peer, TheirId);
CREATE INDEX incidents.IX_Offer_State ON Offer (State, Id);
CREATE INDEX incidents.IX_Offer_IncidentId ON Offer (IncidentId);

ALTER TABLE incidents.Handover ADD COLUMN OfferId INTEGER;
ALTER TABLE incidents.Handover ADD COLUMN AlarmAt INTEGER;
ALTER TABLE incidents.Handover ADD COLUMN NotedAt INTEGER;
ALTER TABLE incidents.Handover ADD COLUMN NotedBy INTEGER;
