-- Incidents handed over to other systems and forces: the document as it goes out, and how far it has come.
CREATE TABLE incidents.Handover (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Destination TEXT NOT NULL,
    Purpose INTEGER NOT NULL,
    Document TEXT NOT NULL,
    Sha256 TEXT NOT NULL,
    Reason TEXT NOT NULL,
    AskedBy INTEGER NOT NULL,
    AskedAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Attempts INTEGER NOT NULL,
    NotBefore INTEGER NOT NULL,
    Problem TEXT,
    DeliveredAt INTEGER,
    AnsweredAt INTEGER,
    AnsweredBy INTEGER,
    Reference TEXT,
    AnswerReason TEXT,
    Version INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Handover_IncidentId ON Handover (IncidentId, Id);
CREATE INDEX incidents.IX_Handover_State ON Handover (State, NotBefore, Id);
