-- What was reported, as the service records and works on it.
CREATE TABLE incidents.Incident (
    Id INTEGER PRIMARY KEY,
    Number TEXT NOT NULL,
    Day INTEGER NOT NULL,
    Sequence INTEGER NOT NULL,
    Profile TEXT NOT NULL,
    ChannelId INTEGER,
    TeamId INTEGER,
    Rehearsal INTEGER NOT NULL,
    Summary TEXT NOT NULL,
    Location TEXT NOT NULL,
    Area INTEGER NOT NULL,
    ThirdParty INTEGER NOT NULL,
    OpeningCategory TEXT NOT NULL,
    ClosingCategory TEXT,
    GradeCode TEXT NOT NULL,
    GradedAt INTEGER NOT NULL,
    RespondBy INTEGER,
    DeployedAt INTEGER,
    FirstContactAt INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    RecordedAt INTEGER NOT NULL,
    RecordedBy INTEGER NOT NULL,
    OwnerId INTEGER,
    Recording INTEGER NOT NULL,
    RecordingRationale TEXT,
    RecordingAt INTEGER,
    RecordingBy INTEGER,
    RecordingDueAt INTEGER,
    RecordingAlarmAt INTEGER,
    RecordingNotedBy INTEGER,
    State INTEGER NOT NULL,
    ClosedAt INTEGER,
    ClosedBy INTEGER,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX incidents.UX_Incident_Number ON Incident (Number);
CREATE UNIQUE INDEX incidents.UX_Incident_Day_Sequence ON Incident (Day, Sequence);
CREATE INDEX incidents.IX_Incident_State ON Incident (State, Id);
CREATE INDEX incidents.IX_Incident_OwnerId ON Incident (OwnerId, Id);

-- The last number of each day; raised in the session that records the incident, so that none is lost and none comes twice.
CREATE TABLE incidents.DaySequence (
    Day INTEGER PRIMARY KEY,
    Latest INTEGER NOT NULL
) STRICT;

CREATE TABLE incidents.IncidentQualifier (
    IncidentId INTEGER NOT NULL,
    Code TEXT NOT NULL,
    PRIMARY KEY (IncidentId, Code)
) STRICT, WITHOUT ROWID;

-- The conversations that an incident consists of, those that were split from it included.
CREATE TABLE incidents.JoinedConversation (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    ContactId INTEGER NOT NULL,
    FirstContactAt INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    JoinedAt INTEGER NOT NULL,
    JoinedBy INTEGER NOT NULL,
    Reason TEXT,
    SplitAt INTEGER,
    SplitBy INTEGER,
    SplitReason TEXT
) STRICT;
CREATE UNIQUE INDEX incidents.UX_JoinedConversation_Once ON JoinedConversation (IncidentId, ConversationId) WHERE SplitAt IS NULL;
CREATE INDEX incidents.IX_JoinedConversation_ConversationId ON JoinedConversation (ConversationId, IncidentId);

-- The history of each incident, views included, for staff to read.
CREATE TABLE incidents.Entry (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    ActorKind INTEGER NOT NULL,
    ActorId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    OtherId INTEGER,
    Detail TEXT
) STRICT;
CREATE INDEX incidents.IX_Entry_IncidentId ON Entry (IncidentId, Id);

-- Assessments of an incident, or of a conversation that became none; a later one stands beside the earlier ones.
CREATE TABLE incidents.Assessment (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER,
    ConversationId INTEGER,
    Number INTEGER NOT NULL,
    Answers TEXT NOT NULL,
    Rationale TEXT NOT NULL,
    AuthorId INTEGER NOT NULL,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Assessment_IncidentId ON Assessment (IncidentId, Id);
CREATE INDEX incidents.IX_Assessment_ConversationId ON Assessment (ConversationId, Id);

CREATE TABLE incidents.Decision (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Decided TEXT NOT NULL,
    Elements TEXT NOT NULL,
    AuthorId INTEGER NOT NULL,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Decision_IncidentId ON Decision (IncidentId, Id);

-- Facts, opinions, and advice given.
CREATE TABLE incidents.Note (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Text TEXT NOT NULL,
    AuthorId INTEGER NOT NULL,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX incidents.IX_Note_IncidentId ON Note (IncidentId, Id);

-- People, places and vehicles that an incident is about.
CREATE TABLE incidents.Party (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Label TEXT NOT NULL,
    Detail TEXT NOT NULL,
    ContactId INTEGER,
    Roles TEXT NOT NULL,
    Markers TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    AddedAt INTEGER NOT NULL,
    RemovedAt INTEGER,
    RemovedBy INTEGER,
    RemovedReason TEXT
) STRICT;
CREATE INDEX incidents.IX_Party_IncidentId ON Party (IncidentId, Id);

CREATE TABLE incidents.PartyLink (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    FromId INTEGER NOT NULL,
    ToId INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    AddedBy INTEGER NOT NULL,
    AddedAt INTEGER NOT NULL,
    RemovedAt INTEGER,
    RemovedBy INTEGER
) STRICT;
CREATE INDEX incidents.IX_PartyLink_IncidentId ON PartyLink (IncidentId, Id);

CREATE TABLE incidents.Task (
    Id INTEGER PRIMARY KEY,
    IncidentId INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    Title TEXT NOT NULL,
    OwnerId INTEGER NOT NULL,
    DueAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    CreatedBy INTEGER NOT NULL,
    CreatedAt INTEGER NOT NULL,
    EndedBy INTEGER,
    EndedAt INTEGER,
    Outcome TEXT,
    AlarmAt INTEGER,
    NotedBy INTEGER,
    NotedAt INTEGER
) STRICT;
CREATE INDEX incidents.IX_Task_IncidentId ON Task (IncidentId, Id);
CREATE INDEX incidents.IX_Task_State ON Task (State, DueAt);
