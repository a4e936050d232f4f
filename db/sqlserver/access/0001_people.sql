-- People, how they sign in, and what they may do. AuthenticatorKey is encrypted; tokens and codes are kept as hashes only.
CREATE TABLE access.Person (
    Id bigint NOT NULL CONSTRAINT PK_access_Person PRIMARY KEY,
    SignInName nvarchar(200) NOT NULL,
    Name nvarchar(200) NOT NULL,
    Mention nvarchar(100) NOT NULL,
    State int NOT NULL,
    PasswordHash nvarchar(500) NULL,
    SecurityStamp nvarchar(100) NOT NULL,
    FailedSignIns int NOT NULL,
    LockedUntil bigint NULL,
    SecondFactor bit NOT NULL,
    AuthenticatorKey varbinary(1000) NULL,
    LastStep bigint NOT NULL,
    SetupHash nvarchar(64) NULL,
    SetupUntil bigint NULL,
    AddedAt bigint NOT NULL,
    SignedInAt bigint NULL,
    Version bigint NOT NULL
);
CREATE UNIQUE INDEX IX_Person_SignInName ON access.Person (SignInName);
CREATE UNIQUE INDEX IX_Person_Mention ON access.Person (Mention);
CREATE INDEX IX_Person_Name ON access.Person (Name, Id);
CREATE INDEX IX_Person_SetupHash ON access.Person (SetupHash);

CREATE TABLE access.RecoveryCode (
    PersonId bigint NOT NULL,
    CodeHash nvarchar(64) NOT NULL,
    UsedAt bigint NULL,
    CONSTRAINT PK_access_RecoveryCode PRIMARY KEY (PersonId, CodeHash)
);

CREATE TABLE access.SignInSession (
    Id bigint NOT NULL CONSTRAINT PK_access_SignInSession PRIMARY KEY,
    PersonId bigint NOT NULL,
    SecretHash nvarchar(64) NOT NULL,
    StartedAt bigint NOT NULL,
    SeenAt bigint NOT NULL,
    EndsAt bigint NOT NULL,
    Address nvarchar(100) NOT NULL,
    Device nvarchar(200) NOT NULL,
    SecondFactor bit NOT NULL,
    EndedAt bigint NULL
);
CREATE INDEX IX_SignInSession_Person ON access.SignInSession (PersonId, Id);

CREATE TABLE access.Team (
    Id bigint NOT NULL CONSTRAINT PK_access_Team PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Closed bit NOT NULL,
    Version bigint NOT NULL
);

CREATE TABLE access.TeamMember (
    TeamId bigint NOT NULL,
    PersonId bigint NOT NULL,
    CONSTRAINT PK_access_TeamMember PRIMARY KEY (TeamId, PersonId)
);

CREATE TABLE access.TeamChannel (
    TeamId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    CONSTRAINT PK_access_TeamChannel PRIMARY KEY (TeamId, ChannelId)
);

CREATE TABLE access.Role (
    Id bigint NOT NULL CONSTRAINT PK_access_Role PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Purpose nvarchar(1000) NOT NULL,
    Template nvarchar(100) NULL,
    SecondFactor bit NOT NULL,
    Retired bit NOT NULL,
    Version bigint NOT NULL
);

CREATE TABLE access.RolePermission (
    RoleId bigint NOT NULL,
    Permission nvarchar(100) NOT NULL,
    CONSTRAINT PK_access_RolePermission PRIMARY KEY (RoleId, Permission)
);

CREATE TABLE access.Assignment (
    Id bigint NOT NULL CONSTRAINT PK_access_Assignment PRIMARY KEY,
    PersonId bigint NOT NULL,
    RoleId bigint NOT NULL,
    Everywhere bit NOT NULL
);
CREATE INDEX IX_Assignment_Person ON access.Assignment (PersonId, Id);
CREATE INDEX IX_Assignment_Role ON access.Assignment (RoleId, Id);

CREATE TABLE access.AssignmentReach (
    AssignmentId bigint NOT NULL,
    Kind int NOT NULL,
    ReachId bigint NOT NULL,
    CONSTRAINT PK_access_AssignmentReach PRIMARY KEY (AssignmentId, Kind, ReachId)
);

-- One row, taken first by every change of who may do what: such changes wait for one another.
CREATE TABLE access.GrantsRevision (
    Id bigint NOT NULL CONSTRAINT PK_access_GrantsRevision PRIMARY KEY,
    Revision bigint NOT NULL
);
