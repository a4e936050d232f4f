-- Whom an alarm reaches that nobody acknowledges: every version of the policy, the newest holds.
CREATE TABLE inbox.AlarmPolicy (
    Version INTEGER NOT NULL PRIMARY KEY,
    Definition TEXT NOT NULL,
    ChangedAt INTEGER NOT NULL,
    ChangedBy INTEGER NOT NULL
) STRICT;

-- How far the alarm of a conversation has gone; one row for each time from being raised to being acknowledged.
CREATE TABLE inbox.Escalation (
    Id INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    RaisedAt INTEGER NOT NULL,
    Taken INTEGER NOT NULL,
    TakenAt INTEGER,
    StepName TEXT,
    Reached TEXT NOT NULL,
    EndedAt INTEGER
) STRICT;
CREATE UNIQUE INDEX inbox.UX_Escalation_Open ON Escalation (ConversationId) WHERE EndedAt IS NULL;
CREATE INDEX inbox.IX_Escalation_Conversation ON Escalation (ConversationId);

-- What goes out about alarms, to people by e-mail and to a system by a hook.
CREATE TABLE inbox.AlarmCall (
    Id INTEGER PRIMARY KEY,
    Way INTEGER NOT NULL,
    Addresses TEXT NOT NULL,
    StepName TEXT NOT NULL,
    Rehearsal INTEGER NOT NULL,
    Test INTEGER NOT NULL,
    State INTEGER NOT NULL,
    CreatedAt INTEGER NOT NULL,
    DueAt INTEGER NOT NULL,
    Attempts INTEGER NOT NULL,
    AttemptedAt INTEGER,
    EndedAt INTEGER,
    Problem TEXT,
    NotedAt INTEGER,
    NotedBy INTEGER
) STRICT;
CREATE INDEX inbox.IX_AlarmCall_Pending ON AlarmCall (DueAt) WHERE State < 3;
CREATE INDEX inbox.IX_AlarmCall_Problem ON AlarmCall (Id) WHERE Problem IS NOT NULL AND NotedAt IS NULL;

CREATE TABLE inbox.AlarmCallAbout (
    CallId INTEGER NOT NULL,
    EscalationId INTEGER NOT NULL,
    PRIMARY KEY (CallId, EscalationId)
) STRICT, WITHOUT ROWID;
