-- Incidents whose content was erased: all that is left to say about it.
CREATE TABLE incidents.Disposal (
    Id INTEGER NOT NULL,
    IncidentId INTEGER PRIMARY KEY,
    ClassCode TEXT NOT NULL,
    Rationale TEXT NOT NULL,
    DecidedBy INTEGER NOT NULL,
    ConfirmedBy INTEGER NOT NULL,
    RowsErased INTEGER NOT NULL,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Party_ContactId ON Party (ContactId) WHERE ContactId IS NOT NULL;
