-- People, how they sign in, and what they may do. AuthenticatorKey is encrypted; tokens and codes are kept as hashes only.
CREATE TABLE access.Person (
    Id INTEGER NOT NULL PRIMARY KEY,
    SignInName TEXT NOT NULL,
    Name TEXT NOT NULL,
    Mention TEXT NOT NULL,
    State INTEGER NOT NULL,
    PasswordHash TEXT,
    SecurityStamp TEXT NOT NULL,
    FailedSignIns INTEGER NOT NULL,
    LockedUntil INTEGER,
    SecondFactor INTEGER NOT NULL,
    AuthenticatorKey BLOB,
    LastStep INTEGER NOT NULL,
    SetupHash TEXT,
    SetupUntil INTEGER,
    AddedAt INTEGER NOT NULL,
    SignedInAt INTEGER,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX access.IX_Person_SignInName ON Person (SignInName);
CREATE UNIQUE INDEX access.IX_Person_Mention ON Person (Mention);
CREATE INDEX access.IX_Person_Name ON Person (Name, Id);
CREATE INDEX access.IX_Person_SetupHash ON Person (SetupHash);

CREATE TABLE access.RecoveryCode (
    PersonId INTEGER NOT NULL,
    CodeHash TEXT NOT NULL,
    UsedAt INTEGER,
    PRIMARY KEY (PersonId, CodeHash)
) STRICT;

CREATE TABLE access.SignInSession (
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL,
    SecretHash TEXT NOT NULL,
    StartedAt INTEGER NOT NULL,
    SeenAt INTEGER NOT NULL,
    EndsAt INTEGER NOT NULL,
    Address TEXT NOT NULL,
    Device TEXT NOT NULL,
    SecondFactor INTEGER NOT NULL,
    EndedAt INTEGER
) STRICT;
CREATE INDEX access.IX_SignInSession_Person ON SignInSession (PersonId, Id);

CREATE TABLE access.Team (
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Closed INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE TABLE access.TeamMember (
    TeamId INTEGER NOT NULL,
    PersonId INTEGER NOT NULL,
    PRIMARY KEY (TeamId, PersonId)
) STRICT;

CREATE TABLE access.TeamChannel (
    TeamId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    PRIMARY KEY (TeamId, ChannelId)
) STRICT;

CREATE TABLE access.Role (
    Id INTEGER NOT NULL PRIMARY KEY,
    Name TEXT NOT NULL,
    Purpose TEXT NOT NULL,
    Template TEXT,
    SecondFactor INTEGER NOT NULL,
    Retired INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

CREATE TABLE access.RolePermission (
    RoleId INTEGER NOT NULL,
    Permission TEXT NOT NULL,
    PRIMARY KEY (RoleId, Permission)
) STRICT;

CREATE TABLE access.Assignment (
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL,
    RoleId INTEGER NOT NULL,
    Everywhere INTEGER NOT NULL
) STRICT;
CREATE INDEX access.IX_Assignment_Person ON Assignment (PersonId, Id);
CREATE INDEX access.IX_Assignment_Role ON Assignment (RoleId, Id);

CREATE TABLE access.AssignmentReach (
    AssignmentId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    ReachId INTEGER NOT NULL,
    PRIMARY KEY (AssignmentId, Kind, ReachId)
) STRICT;

-- One row, taken first by every change of who may do what: such changes wait for one another.
CREATE TABLE access.GrantsRevision (
    Id INTEGER NOT NULL PRIMARY KEY,
    Revision INTEGER NOT NULL
) STRICT;
