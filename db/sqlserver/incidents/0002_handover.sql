-- Incidents handed over to other systems and forces: the document as it goes out, and how far it has come.
CREATE TABLE incidents.Handover (
    Id bigint NOT NULL CONSTRAINT PK_Handover PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Destination nvarchar(100) NOT NULL,
    Purpose int NOT NULL,
    Document nvarchar(max) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    AskedBy bigint NOT NULL,
    AskedAt bigint NOT NULL,
    State int NOT NULL,
    Attempts int NOT NULL,
    NotBefore bigint NOT NULL,
    Problem nvarchar(1000) NULL,
    DeliveredAt bigint NULL,
    AnsweredAt bigint NULL,
    AnsweredBy bigint NULL,
    Reference nvarchar(200) NULL,
    AnswerReason nvarchar(1000) NULL,
    Version int NOT NULL
);
CREATE INDEX IX_Handover_IncidentId ON incidents.Handover (IncidentId, Id);
CREATE INDEX IX_Handover_State ON incidents.Handover (State, NotBefore, Id);
