-- Whom an alarm reaches that nobody acknowledges: every version of the policy, the newest holds.
CREATE TABLE inbox.AlarmPolicy (
    Version int NOT NULL CONSTRAINT PK_AlarmPolicy PRIMARY KEY,
    Definition nvarchar(max) NOT NULL,
    ChangedAt bigint NOT NULL,
    ChangedBy bigint NOT NULL
);

-- How far the alarm of a conversation has gone; one row for each time from being raised to being acknowledged.
CREATE TABLE inbox.Escalation (
    Id bigint NOT NULL CONSTRAINT PK_Escalation PRIMARY KEY,
    ConversationId bigint NOT NULL,
    RaisedAt bigint NOT NULL,
    Taken int NOT NULL,
    TakenAt bigint NULL,
    StepName nvarchar(100) NULL,
    Reached nvarchar(1000) NOT NULL,
    EndedAt bigint NULL
);
CREATE UNIQUE INDEX UX_Escalation_Open ON inbox.Escalation (ConversationId) WHERE EndedAt IS NULL;
CREATE INDEX IX_Escalation_Conversation ON inbox.Escalation (ConversationId);

-- What goes out about alarms, to people by e-mail and to a system by a hook.
CREATE TABLE inbox.AlarmCall (
    Id bigint NOT NULL CONSTRAINT PK_AlarmCall PRIMARY KEY,
    Way int NOT NULL,
    Addresses nvarchar(2000) NOT NULL,
    StepName nvarchar(100) NOT NULL,
    Rehearsal bit NOT NULL,
    Test bit NOT NULL,
    State int NOT NULL,
    CreatedAt bigint NOT NULL,
    DueAt bigint NOT NULL,
    Attempts int NOT NULL,
    AttemptedAt bigint NULL,
    EndedAt bigint NULL,
    Problem nvarchar(1000) NULL,
    NotedAt bigint NULL,
    NotedBy bigint NULL
);
CREATE INDEX IX_AlarmCall_Pending ON inbox.AlarmCall (DueAt) WHERE State < 3;
CREATE INDEX IX_AlarmCall_Problem ON inbox.AlarmCall (Id) WHERE Problem IS NOT NULL AND NotedAt IS NULL;

CREATE TABLE inbox.AlarmCallAbout (
    CallId bigint NOT NULL,
    EscalationId bigint NOT NULL,
    CONSTRAINT PK_AlarmCallAbout PRIMARY KEY (CallId, EscalationId)
);
