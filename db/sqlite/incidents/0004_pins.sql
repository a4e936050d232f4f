-- Where an incident is, as somebody pinned it; a later pin stands in for an earlier one, which stays.
CREATE TABLE incidents.Pin (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Latitude REAL NOT NULL,
    Longitude REAL NOT NULL,
    AccuracyMetres INTEGER NOT NULL,
    Source INTEGER NOT NULL,
    InArea INTEGER,
    PinnedAt INTEGER NOT NULL,
    PinnedBy INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Pin_IncidentId ON Pin (IncidentId, Id);
