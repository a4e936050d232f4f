-- Decisions that two contacts are one person. Nothing of the contacts changes: a person is what the decisions that stand join together.
CREATE TABLE inbox.ContactMerging (
    Id bigint NOT NULL CONSTRAINT PK_ContactMerging PRIMARY KEY,
    FirstId bigint NOT NULL,
    SecondId bigint NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    MergedAt bigint NOT NULL,
    MergedBy bigint NOT NULL,
    PartedAt bigint NULL,
    PartedBy bigint NULL,
    PartedReason nvarchar(1000) NULL
);
CREATE UNIQUE INDEX UX_ContactMerging_Once ON inbox.ContactMerging (FirstId, SecondId) WHERE PartedAt IS NULL;
CREATE INDEX IX_ContactMerging_SecondId ON inbox.ContactMerging (SecondId, FirstId);
CREATE INDEX IX_Contact_Handle ON inbox.Contact (Handle, Id);
