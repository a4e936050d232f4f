-- What triage makes of a message, and what a person decided. A message of which there is nothing to say has no row.
CREATE TABLE inbox.Judgement (
    MessageId INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    MessageVersion INTEGER NOT NULL,
    Model TEXT NOT NULL,
    Urgency INTEGER NOT NULL,
    Grade TEXT,
    Danger REAL NOT NULL,
    Likelihood REAL NOT NULL,
    Threshold REAL NOT NULL,
    Language TEXT,
    Reasons TEXT NOT NULL,
    JudgedAt INTEGER NOT NULL,
    Decision INTEGER,
    DecidedGrade TEXT,
    DecidedBy INTEGER,
    DecidedAt INTEGER,
    Why TEXT,
    IncidentId INTEGER
) STRICT;
CREATE INDEX inbox.IX_Judgement_Conversation ON Judgement (ConversationId);
CREATE INDEX inbox.IX_Judgement_OtherLanguage ON Judgement (ConversationId) WHERE Language IS NOT NULL AND DecidedAt IS NULL;
CREATE INDEX inbox.IX_Judgement_Decided ON Judgement (DecidedAt) WHERE DecidedAt IS NOT NULL;

-- How triage is to judge, as an administrator says; the newest counts.
CREATE TABLE inbox.TriagePolicy (
    Version INTEGER PRIMARY KEY,
    Definition TEXT NOT NULL,
    ChangedAt INTEGER NOT NULL,
    ChangedBy INTEGER NOT NULL
) STRICT;
