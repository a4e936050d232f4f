-- Incidents whose content was erased: all that is left to say about it.
CREATE TABLE incidents.Disposal (
    Id bigint NOT NULL,
    IncidentId bigint NOT NULL CONSTRAINT PK_Disposal PRIMARY KEY,
    ClassCode nvarchar(100) NOT NULL,
    Rationale nvarchar(2000) NOT NULL,
    DecidedBy bigint NOT NULL,
    ConfirmedBy bigint NOT NULL,
    RowsErased int NOT NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_Party_ContactId ON incidents.Party (ContactId) WHERE ContactId IS NOT NULL;
