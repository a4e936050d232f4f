-- Decisions that two contacts are one person. Nothing of the contacts changes: a person is what the decisions that stand join together.
CREATE TABLE inbox.ContactMerging (
    Id INTEGER PRIMARY KEY,
    FirstId INTEGER NOT NULL,
    SecondId INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    MergedAt INTEGER NOT NULL,
    MergedBy INTEGER NOT NULL,
    PartedAt INTEGER,
    PartedBy INTEGER,
    PartedReason TEXT
) STRICT;
CREATE UNIQUE INDEX inbox.UX_ContactMerging_Once ON ContactMerging (FirstId, SecondId) WHERE PartedAt IS NULL;
CREATE INDEX inbox.IX_ContactMerging_SecondId ON ContactMerging (SecondId, FirstId);
CREATE INDEX inbox.IX_Contact_Handle ON Contact (Handle, Id);
