-- Where an incident is, as somebody pinned it; a later pin stands in for an earlier one, which stays.
CREATE TABLE incidents.Pin (
    Id bigint NOT NULL CONSTRAINT PK_Pin PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Latitude float NOT NULL,
    Longitude float NOT NULL,
    AccuracyMetres int NOT NULL,
    Source int NOT NULL,
    InArea bit NULL,
    PinnedAt bigint NOT NULL,
    PinnedBy bigint NOT NULL
);
CREATE INDEX IX_Pin_IncidentId ON incidents.Pin (IncidentId, Id);
