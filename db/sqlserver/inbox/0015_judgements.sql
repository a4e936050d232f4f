-- What triage makes of a message, and what a person decided. A message of which there is nothing to say has no row.
CREATE TABLE inbox.Judgement (
    MessageId bigint NOT NULL CONSTRAINT PK_Judgement PRIMARY KEY,
    ConversationId bigint NOT NULL,
    MessageVersion int NOT NULL,
    Model nvarchar(200) NOT NULL,
    Urgency int NOT NULL,
    Grade nvarchar(50) NULL,
    Danger float NOT NULL,
    Likelihood float NOT NULL,
    Threshold float NOT NULL,
    Language nvarchar(40) NULL,
    Reasons nvarchar(max) NOT NULL,
    JudgedAt bigint NOT NULL,
    Decision int NULL,
    DecidedGrade nvarchar(50) NULL,
    DecidedBy bigint NULL,
    DecidedAt bigint NULL,
    Why nvarchar(1000) NULL,
    IncidentId bigint NULL
);
CREATE INDEX IX_Judgement_Conversation ON inbox.Judgement (ConversationId);
CREATE INDEX IX_Judgement_OtherLanguage ON inbox.Judgement (ConversationId) WHERE Language IS NOT NULL AND DecidedAt IS NULL;
CREATE INDEX IX_Judgement_Decided ON inbox.Judgement (DecidedAt) WHERE DecidedAt IS NOT NULL;

-- How triage is to judge, as an administrator says; the newest counts.
CREATE TABLE inbox.TriagePolicy (
    Version int NOT NULL CONSTRAINT PK_TriagePolicy PRIMARY KEY,
    Definition nvarchar(max) NOT NULL,
    ChangedAt bigint NOT NULL,
    ChangedBy bigint NOT NULL
);
