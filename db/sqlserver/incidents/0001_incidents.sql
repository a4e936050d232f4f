-- What was reported, as the service records and works on it.
CREATE TABLE incidents.Incident (
    Id bigint NOT NULL CONSTRAINT PK_Incident PRIMARY KEY,
    Number nvarchar(100) NOT NULL,
    Day int NOT NULL,
    Sequence int NOT NULL,
    Profile nvarchar(50) NOT NULL,
    ChannelId bigint NULL,
    TeamId bigint NULL,
    Rehearsal bit NOT NULL,
    Summary nvarchar(4000) NOT NULL,
    Location nvarchar(500) NOT NULL,
    Area int NOT NULL,
    ThirdParty bit NOT NULL,
    OpeningCategory nvarchar(50) NOT NULL,
    ClosingCategory nvarchar(50) NULL,
    GradeCode nvarchar(50) NOT NULL,
    GradedAt bigint NOT NULL,
    RespondBy bigint NULL,
    DeployedAt bigint NULL,
    FirstContactAt bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    RecordedAt bigint NOT NULL,
    RecordedBy bigint NOT NULL,
    OwnerId bigint NULL,
    Recording int NOT NULL,
    RecordingRationale nvarchar(2000) NULL,
    RecordingAt bigint NULL,
    RecordingBy bigint NULL,
    RecordingDueAt bigint NULL,
    RecordingAlarmAt bigint NULL,
    RecordingNotedBy bigint NULL,
    State int NOT NULL,
    ClosedAt bigint NULL,
    ClosedBy bigint NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Incident_Number ON incidents.Incident (Number);
CREATE UNIQUE INDEX UX_Incident_Day_Sequence ON incidents.Incident (Day, Sequence);
CREATE INDEX IX_Incident_State ON incidents.Incident (State, Id);
CREATE INDEX IX_Incident_OwnerId ON incidents.Incident (OwnerId, Id);

-- The last number of each day; raised in the session that records the incident, so that none is lost and none comes twice.
CREATE TABLE incidents.DaySequence (
    Day int NOT NULL CONSTRAINT PK_DaySequence PRIMARY KEY,
    Latest int NOT NULL
);

CREATE TABLE incidents.IncidentQualifier (
    IncidentId bigint NOT NULL,
    Code nvarchar(50) NOT NULL,
    CONSTRAINT PK_IncidentQualifier PRIMARY KEY (IncidentId, Code)
);

-- The conversations that an incident consists of, those that were split from it included.
CREATE TABLE incidents.JoinedConversation (
    Id bigint NOT NULL CONSTRAINT PK_JoinedConversation PRIMARY KEY,
    IncidentId bigint NOT NULL,
    ConversationId bigint NOT NULL,
    ContactId bigint NOT NULL,
    FirstContactAt bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    JoinedAt bigint NOT NULL,
    JoinedBy bigint NOT NULL,
    Reason nvarchar(1000) NULL,
    SplitAt bigint NULL,
    SplitBy bigint NULL,
    SplitReason nvarchar(1000) NULL
);
CREATE UNIQUE INDEX UX_JoinedConversation_Once ON incidents.JoinedConversation (IncidentId, ConversationId) WHERE SplitAt IS NULL;
CREATE INDEX IX_JoinedConversation_ConversationId ON incidents.JoinedConversation (ConversationId, IncidentId);

-- The history of each incident, views included, for staff to read.
CREATE TABLE incidents.Entry (
    Id bigint NOT NULL CONSTRAINT PK_Entry PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Kind int NOT NULL,
    ActorKind int NOT NULL,
    ActorId bigint NOT NULL,
    At bigint NOT NULL,
    OtherId bigint NULL,
    Detail nvarchar(max) NULL
);
CREATE INDEX IX_Entry_IncidentId ON incidents.Entry (IncidentId, Id);

-- Assessments of an incident, or of a conversation that became none; a later one stands beside the earlier ones.
CREATE TABLE incidents.Assessment (
    Id bigint NOT NULL CONSTRAINT PK_Assessment PRIMARY KEY,
    IncidentId bigint NULL,
    ConversationId bigint NULL,
    Number int NOT NULL,
    Answers nvarchar(max) NOT NULL,
    Rationale nvarchar(max) NOT NULL,
    AuthorId bigint NOT NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_Assessment_IncidentId ON incidents.Assessment (IncidentId, Id);
CREATE INDEX IX_Assessment_ConversationId ON incidents.Assessment (ConversationId, Id);

CREATE TABLE incidents.Decision (
    Id bigint NOT NULL CONSTRAINT PK_Decision PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Decided nvarchar(2000) NOT NULL,
    Elements nvarchar(max) NOT NULL,
    AuthorId bigint NOT NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_Decision_IncidentId ON incidents.Decision (IncidentId, Id);

-- Facts, opinions, and advice given.
CREATE TABLE incidents.Note (
    Id bigint NOT NULL CONSTRAINT PK_Note PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Kind int NOT NULL,
    Text nvarchar(max) NOT NULL,
    AuthorId bigint NOT NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_Note_IncidentId ON incidents.Note (IncidentId, Id);

-- People, places and vehicles that an incident is about.
CREATE TABLE incidents.Party (
    Id bigint NOT NULL CONSTRAINT PK_Party PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Kind int NOT NULL,
    Label nvarchar(300) NOT NULL,
    Detail nvarchar(2000) NOT NULL,
    ContactId bigint NULL,
    Roles nvarchar(500) NOT NULL,
    Markers nvarchar(500) NOT NULL,
    AddedBy bigint NOT NULL,
    AddedAt bigint NOT NULL,
    RemovedAt bigint NULL,
    RemovedBy bigint NULL,
    RemovedReason nvarchar(1000) NULL
);
CREATE INDEX IX_Party_IncidentId ON incidents.Party (IncidentId, Id);

CREATE TABLE incidents.PartyLink (
    Id bigint NOT NULL CONSTRAINT PK_PartyLink PRIMARY KEY,
    IncidentId bigint NOT NULL,
    FromId bigint NOT NULL,
    ToId bigint NOT NULL,
    Kind nvarchar(50) NOT NULL,
    AddedBy bigint NOT NULL,
    AddedAt bigint NOT NULL,
    RemovedAt bigint NULL,
    RemovedBy bigint NULL
);
CREATE INDEX IX_PartyLink_IncidentId ON incidents.PartyLink (IncidentId, Id);

CREATE TABLE incidents.Task (
    Id bigint NOT NULL CONSTRAINT PK_Task PRIMARY KEY,
    IncidentId bigint NOT NULL,
    Kind nvarchar(50) NOT NULL,
    Title nvarchar(300) NOT NULL,
    OwnerId bigint NOT NULL,
    DueAt bigint NOT NULL,
    State int NOT NULL,
    CreatedBy bigint NOT NULL,
    CreatedAt bigint NOT NULL,
    EndedBy bigint NULL,
    EndedAt bigint NULL,
    Outcome nvarchar(1000) NULL,
    AlarmAt bigint NULL,
    NotedBy bigint NULL,
    NotedAt bigint NULL
);
CREATE INDEX IX_Task_IncidentId ON incidents.Task (IncidentId, Id);
CREATE INDEX IX_Task_State ON incidents.Task (State, DueAt);
