-- Channels, what they are signed in with, and how well they are. A channel's row is never deleted: its history stays for ever.
CREATE TABLE channels.Channel (
    Id INTEGER NOT NULL PRIMARY KEY,
    Connector TEXT NOT NULL,
    Network TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    Handle TEXT NOT NULL,
    Name TEXT NOT NULL,
    State INTEGER NOT NULL,
    StateSince INTEGER NOT NULL,
    StateWhy TEXT,
    Rehearsal INTEGER NOT NULL,
    Settings TEXT NOT NULL,
    RepliesNeedApproval INTEGER NOT NULL,
    PurposeNeeded INTEGER NOT NULL,
    TeamId INTEGER,
    QuietRule INTEGER NOT NULL,
    QuietMinutes INTEGER,
    ConnectedAt INTEGER NOT NULL,
    Revision INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;

-- One channel for each real account; of a rehearsal's invented account there may be several.
CREATE UNIQUE INDEX channels.IX_Channel_Account ON Channel (Connector, AccountId) WHERE Rehearsal = 0;

-- Owner: the channel, or the attempt that may become one. Sealed by Data Protection; the value is nowhere else.
CREATE TABLE channels.Secret (
    OwnerId INTEGER NOT NULL,
    Name TEXT NOT NULL,
    Sealed BLOB NOT NULL,
    StoredAt INTEGER NOT NULL,
    PRIMARY KEY (OwnerId, Name)
) STRICT;

-- Somebody connecting an account. Its id becomes the channel's.
CREATE TABLE channels.Attempt (
    Id INTEGER NOT NULL PRIMARY KEY,
    PersonId INTEGER NOT NULL,
    Connector TEXT NOT NULL,
    ReconnectsId INTEGER,
    Settings TEXT NOT NULL,
    ExpiresAt INTEGER NOT NULL,
    StateHash TEXT,
    Kept BLOB,
    ReturnedAt INTEGER,
    AccountId TEXT,
    Handle TEXT,
    DisplayName TEXT,
    CredentialExpires INTEGER
) STRICT;

CREATE INDEX channels.IX_Attempt_ExpiresAt ON Attempt (ExpiresAt);

CREATE TABLE channels.Health (
    ChannelId INTEGER NOT NULL PRIMARY KEY,
    CalledAt INTEGER,
    AnsweredAt INTEGER,
    FailedAt INTEGER,
    FailedWhy TEXT,
    Failures INTEGER NOT NULL,
    Breaks INTEGER NOT NULL,
    RetryAt INTEGER,
    RetryWhy TEXT,
    EventAt INTEGER,
    CredentialExpires INTEGER
) STRICT;

CREATE TABLE channels.Budget (
    ChannelId INTEGER NOT NULL,
    Name TEXT NOT NULL,
    Remaining INTEGER NOT NULL,
    Most INTEGER NOT NULL,
    ResetsAt INTEGER NOT NULL,
    NotedAt INTEGER NOT NULL,
    PRIMARY KEY (ChannelId, Name)
) STRICT;

-- How a channel's days usually go: the longest silence of each, from which the usual one is learned.
CREATE TABLE channels.Rhythm (
    ChannelId INTEGER NOT NULL,
    Day INTEGER NOT NULL,
    Events INTEGER NOT NULL,
    LongestSilence INTEGER NOT NULL,
    PRIMARY KEY (ChannelId, Day)
) STRICT;

CREATE TABLE channels.Gap (
    Id INTEGER NOT NULL PRIMARY KEY,
    ChannelId INTEGER NOT NULL,
    FromAt INTEGER NOT NULL,
    ToAt INTEGER NOT NULL,
    Why TEXT NOT NULL,
    NoticedAt INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX channels.IX_Gap_Channel ON Gap (ChannelId, FromAt, ToAt);

CREATE TABLE channels.Alarm (
    Id INTEGER NOT NULL PRIMARY KEY,
    ChannelId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Since INTEGER NOT NULL,
    Why TEXT NOT NULL,
    AcknowledgedBy INTEGER,
    AcknowledgedAt INTEGER,
    EndedAt INTEGER
) STRICT;

-- One alarm of a kind at a time.
CREATE UNIQUE INDEX channels.IX_Alarm_Open ON Alarm (ChannelId, Kind) WHERE EndedAt IS NULL;
