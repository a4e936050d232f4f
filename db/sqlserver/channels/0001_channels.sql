-- Channels, what they are signed in with, and how well they are. A channel's row is never deleted: its history stays for ever.
CREATE TABLE channels.Channel (
    Id bigint NOT NULL CONSTRAINT PK_channels_Channel PRIMARY KEY,
    Connector nvarchar(40) NOT NULL,
    Network nvarchar(100) NOT NULL,
    AccountId nvarchar(400) NOT NULL,
    Handle nvarchar(400) NOT NULL,
    Name nvarchar(200) NOT NULL,
    State int NOT NULL,
    StateSince bigint NOT NULL,
    StateWhy nvarchar(1000) NULL,
    Rehearsal bit NOT NULL,
    Settings nvarchar(max) NOT NULL,
    RepliesNeedApproval bit NOT NULL,
    PurposeNeeded bit NOT NULL,
    TeamId bigint NULL,
    QuietRule int NOT NULL,
    QuietMinutes int NULL,
    ConnectedAt bigint NOT NULL,
    Revision bigint NOT NULL,
    Version bigint NOT NULL
);

-- One channel for each real account; of a rehearsal's invented account there may be several.
CREATE UNIQUE INDEX IX_Channel_Account ON channels.Channel (Connector, AccountId) WHERE Rehearsal = 0;

-- Owner: the channel, or the attempt that may become one. Sealed by Data Protection; the value is nowhere else.
CREATE TABLE channels.Secret (
    OwnerId bigint NOT NULL,
    Name nvarchar(200) NOT NULL,
    Sealed varbinary(max) NOT NULL,
    StoredAt bigint NOT NULL,
    CONSTRAINT PK_channels_Secret PRIMARY KEY (OwnerId, Name)
);

-- Somebody connecting an account. Its id becomes the channel's.
CREATE TABLE channels.Attempt (
    Id bigint NOT NULL CONSTRAINT PK_channels_Attempt PRIMARY KEY,
    PersonId bigint NOT NULL,
    Connector nvarchar(40) NOT NULL,
    ReconnectsId bigint NULL,
    Settings nvarchar(max) NOT NULL,
    ExpiresAt bigint NOT NULL,
    StateHash nvarchar(64) NULL,
    Kept varbinary(max) NULL,
    ReturnedAt bigint NULL,
    AccountId nvarchar(400) NULL,
    Handle nvarchar(400) NULL,
    DisplayName nvarchar(400) NULL,
    CredentialExpires bigint NULL
);

CREATE INDEX IX_Attempt_ExpiresAt ON channels.Attempt (ExpiresAt);

CREATE TABLE channels.Health (
    ChannelId bigint NOT NULL CONSTRAINT PK_channels_Health PRIMARY KEY,
    CalledAt bigint NULL,
    AnsweredAt bigint NULL,
    FailedAt bigint NULL,
    FailedWhy nvarchar(1000) NULL,
    Failures int NOT NULL,
    Breaks int NOT NULL,
    RetryAt bigint NULL,
    RetryWhy nvarchar(1000) NULL,
    EventAt bigint NULL,
    CredentialExpires bigint NULL
);

CREATE TABLE channels.Budget (
    ChannelId bigint NOT NULL,
    Name nvarchar(200) NOT NULL,
    Remaining bigint NOT NULL,
    Most bigint NOT NULL,
    ResetsAt bigint NOT NULL,
    NotedAt bigint NOT NULL,
    CONSTRAINT PK_channels_Budget PRIMARY KEY (ChannelId, Name)
);

-- How a channel's days usually go: the longest silence of each, from which the usual one is learned.
CREATE TABLE channels.Rhythm (
    ChannelId bigint NOT NULL,
    Day int NOT NULL,
    Events int NOT NULL,
    LongestSilence bigint NOT NULL,
    CONSTRAINT PK_channels_Rhythm PRIMARY KEY (ChannelId, Day)
);

CREATE TABLE channels.Gap (
    Id bigint NOT NULL CONSTRAINT PK_channels_Gap PRIMARY KEY,
    ChannelId bigint NOT NULL,
    FromAt bigint NOT NULL,
    ToAt bigint NOT NULL,
    Why nvarchar(1000) NOT NULL,
    NoticedAt bigint NOT NULL
);

CREATE UNIQUE INDEX IX_Gap_Channel ON channels.Gap (ChannelId, FromAt, ToAt);

CREATE TABLE channels.Alarm (
    Id bigint NOT NULL CONSTRAINT PK_channels_Alarm PRIMARY KEY,
    ChannelId bigint NOT NULL,
    Kind int NOT NULL,
    Since bigint NOT NULL,
    Why nvarchar(1000) NOT NULL,
    AcknowledgedBy bigint NULL,
    AcknowledgedAt bigint NULL,
    EndedAt bigint NULL
);

-- One alarm of a kind at a time.
CREATE UNIQUE INDEX IX_Alarm_Open ON channels.Alarm (ChannelId, Kind) WHERE EndedAt IS NULL;
