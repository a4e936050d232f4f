-- Who opened the history of one member of the public, when and what for: what is counted before authority is asked for.
CREATE TABLE inbox.ContactLook (
    Id INTEGER PRIMARY KEY,
    ContactId INTEGER NOT NULL,
    ViewerId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    Purpose TEXT,
    Basis INTEGER NOT NULL,
    Grounds TEXT
) STRICT;
CREATE INDEX inbox.IX_ContactLook_Contact ON ContactLook (ContactId, At);
CREATE INDEX inbox.IX_ContactLook_At ON ContactLook (At);

-- What somebody told the force's covert-authorities co-ordinator about such looks.
CREATE TABLE inbox.LookReferral (
    Id INTEGER PRIMARY KEY,
    ContactId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    ReferredBy INTEGER NOT NULL,
    Note TEXT NOT NULL
) STRICT;
CREATE INDEX inbox.IX_LookReferral_Contact ON LookReferral (ContactId);

-- The force's own policy, one row; without it the one that ships holds.
CREATE TABLE inbox.LookPolicy (
    Id INTEGER PRIMARY KEY,
    Purposes TEXT NOT NULL,
    WindowDays INTEGER NOT NULL,
    ByOne INTEGER NOT NULL,
    ByForce INTEGER NOT NULL,
    ChangedAt INTEGER NOT NULL,
    ChangedBy INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;
