-- Who opened the history of one member of the public, when and what for: what is counted before authority is asked for.
CREATE TABLE inbox.ContactLook (
    Id bigint NOT NULL CONSTRAINT PK_ContactLook PRIMARY KEY,
    ContactId bigint NOT NULL,
    ViewerId bigint NOT NULL,
    At bigint NOT NULL,
    Purpose nvarchar(500) NULL,
    Basis int NOT NULL,
    Grounds nvarchar(400) NULL
);
CREATE INDEX IX_ContactLook_Contact ON inbox.ContactLook (ContactId, At);
CREATE INDEX IX_ContactLook_At ON inbox.ContactLook (At);

-- What somebody told the force's covert-authorities co-ordinator about such looks.
CREATE TABLE inbox.LookReferral (
    Id bigint NOT NULL CONSTRAINT PK_LookReferral PRIMARY KEY,
    ContactId bigint NOT NULL,
    At bigint NOT NULL,
    ReferredBy bigint NOT NULL,
    Note nvarchar(1000) NOT NULL
);
CREATE INDEX IX_LookReferral_Contact ON inbox.LookReferral (ContactId);

-- The force's own policy, one row; without it the one that ships holds.
CREATE TABLE inbox.LookPolicy (
    Id int NOT NULL CONSTRAINT PK_LookPolicy PRIMARY KEY,
    Purposes nvarchar(max) NOT NULL,
    WindowDays int NOT NULL,
    ByOne int NOT NULL,
    ByForce int NOT NULL,
    ChangedAt bigint NOT NULL,
    ChangedBy bigint NOT NULL,
    Version int NOT NULL
);
