-- What reached us, for ever as it was.
CREATE TABLE inbox.Exchange (
    Id bigint NOT NULL CONSTRAINT PK_Exchange PRIMARY KEY,
    ChannelId bigint NOT NULL,
    Request nvarchar(4000) NOT NULL,
    Status int NOT NULL,
    Headers nvarchar(4000) NOT NULL,
    Sha256 binary(32) NOT NULL,
    StartedAt bigint NOT NULL,
    FinishedAt bigint NOT NULL
);

CREATE TABLE inbox.CapturedItem (
    Id bigint NOT NULL CONSTRAINT PK_CapturedItem PRIMARY KEY,
    ItemKey binary(16) NOT NULL,
    ChannelId bigint NOT NULL,
    MessageId bigint NOT NULL,
    ExchangeId bigint NOT NULL,
    NetworkId nvarchar(500) NOT NULL,
    VersionId nvarchar(200) NOT NULL,
    Change int NOT NULL,
    NetworkTime bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    RawType nvarchar(100) NOT NULL,
    Raw varbinary(max) NOT NULL,
    RawSha256 binary(32) NOT NULL
);
CREATE UNIQUE INDEX UX_CapturedItem_ItemKey ON inbox.CapturedItem (ItemKey);
CREATE INDEX IX_CapturedItem_MessageId ON inbox.CapturedItem (MessageId);

CREATE TABLE inbox.CollectPosition (
    ChannelId bigint NOT NULL CONSTRAINT PK_CollectPosition PRIMARY KEY,
    Next nvarchar(4000) NULL,
    StoredAt bigint NOT NULL
);

-- What staff work on: a projection of the captured items.
CREATE TABLE inbox.Contact (
    Id bigint NOT NULL CONSTRAINT PK_Contact PRIMARY KEY,
    ContactKey binary(16) NOT NULL,
    Connector nvarchar(40) NOT NULL,
    NetworkId nvarchar(500) NOT NULL,
    Handle nvarchar(300) NOT NULL,
    DisplayName nvarchar(1000) NOT NULL,
    Rehearsal bit NOT NULL,
    FirstSeenAt bigint NOT NULL
);
CREATE UNIQUE INDEX UX_Contact_ContactKey ON inbox.Contact (ContactKey);

CREATE TABLE inbox.Conversation (
    Id bigint NOT NULL CONSTRAINT PK_Conversation PRIMARY KEY,
    ThreadKey binary(16) NOT NULL,
    ChannelId bigint NOT NULL,
    TeamId bigint NULL,
    Audience int NOT NULL,
    ContactId bigint NOT NULL,
    ThreadId nvarchar(500) NOT NULL,
    Rehearsal bit NOT NULL,
    State int NOT NULL,
    Stage int NOT NULL,
    HolderId bigint NULL,
    HeldSince bigint NULL,
    SnoozedUntil bigint NULL,
    FlaggedAt bigint NULL,
    FlagReasons nvarchar(max) NULL,
    AcknowledgedAt bigint NULL,
    AcknowledgedBy bigint NULL,
    FirstSeenAt bigint NULL,
    StartedAt bigint NOT NULL,
    LastMessageId bigint NOT NULL,
    LastKind int NOT NULL,
    LastNetworkTime bigint NOT NULL,
    LastInboundAt bigint NULL,
    LastText nvarchar(400) NOT NULL,
    MessageCount int NOT NULL,
    PostNetworkId nvarchar(500) NULL,
    PostText nvarchar(max) NULL,
    PostAuthor nvarchar(1000) NULL,
    PostFromChannel bit NOT NULL,
    PostPermalink nvarchar(2000) NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Conversation_ThreadKey ON inbox.Conversation (ThreadKey);
CREATE INDEX IX_Conversation_Stage ON inbox.Conversation (Stage, LastMessageId);
CREATE INDEX IX_Conversation_Unclaimed ON inbox.Conversation (LastMessageId) WHERE Stage = 1 AND HolderId IS NULL;
CREATE INDEX IX_Conversation_Holder ON inbox.Conversation (HolderId, LastMessageId) WHERE HolderId IS NOT NULL;
CREATE INDEX IX_Conversation_Flagged ON inbox.Conversation (LastMessageId) WHERE FlaggedAt IS NOT NULL AND Stage < 3;
CREATE INDEX IX_Conversation_Snoozed ON inbox.Conversation (SnoozedUntil) WHERE SnoozedUntil IS NOT NULL;
CREATE INDEX IX_Conversation_Contact ON inbox.Conversation (ContactId, LastMessageId);

CREATE TABLE inbox.Message (
    Id bigint NOT NULL CONSTRAINT PK_Message PRIMARY KEY,
    MessageKey binary(16) NOT NULL,
    ConversationId bigint NOT NULL,
    ContactId bigint NULL,
    Kind int NOT NULL,
    Text nvarchar(max) NOT NULL,
    Language nvarchar(40) NULL,
    NetworkId nvarchar(500) NOT NULL,
    InReplyTo nvarchar(500) NULL,
    Permalink nvarchar(2000) NULL,
    ReplyHandle nvarchar(4000) NOT NULL,
    NetworkTime bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    Versions int NOT NULL,
    DeletedAt bigint NULL
);
CREATE UNIQUE INDEX UX_Message_MessageKey ON inbox.Message (MessageKey);
CREATE INDEX IX_Message_Conversation ON inbox.Message (ConversationId);

CREATE TABLE inbox.MessageVersion (
    MessageId bigint NOT NULL,
    Number int NOT NULL,
    ItemId bigint NOT NULL,
    Text nvarchar(max) NOT NULL,
    NetworkTime bigint NOT NULL,
    ObservedAt bigint NOT NULL,
    CONSTRAINT PK_MessageVersion PRIMARY KEY (MessageId, Number)
);

CREATE TABLE inbox.Attachment (
    Id bigint NOT NULL CONSTRAINT PK_Attachment PRIMARY KEY,
    MessageId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    Reference nvarchar(4000) NOT NULL,
    ClaimedType nvarchar(200) NOT NULL,
    ClaimedBytes bigint NULL,
    AltText nvarchar(max) NOT NULL,
    State int NOT NULL,
    Attempts int NOT NULL,
    NextAttemptAt bigint NULL,
    Problem nvarchar(1000) NULL,
    Sha256 binary(32) NULL,
    Bytes bigint NULL,
    FoundType nvarchar(200) NULL,
    Width int NULL,
    Height int NULL,
    FetchedAt bigint NULL
);
CREATE INDEX IX_Attachment_Message ON inbox.Attachment (MessageId);
CREATE INDEX IX_Attachment_Waiting ON inbox.Attachment (NextAttemptAt) WHERE NextAttemptAt IS NOT NULL;

-- Counters instead of counting: a queue's size is a few rows, not a scan.
CREATE TABLE inbox.Tally (
    ChannelId bigint NOT NULL,
    TeamId bigint NOT NULL,
    Queue int NOT NULL,
    N int NOT NULL,
    CONSTRAINT PK_Tally PRIMARY KEY (ChannelId, TeamId, Queue)
);

-- What staff did, beside what was written.
CREATE TABLE inbox.TimelineEntry (
    Id bigint NOT NULL CONSTRAINT PK_TimelineEntry PRIMARY KEY,
    ConversationId bigint NOT NULL,
    Kind int NOT NULL,
    ActorKind int NOT NULL,
    ActorId bigint NOT NULL,
    At bigint NOT NULL,
    OtherId bigint NULL,
    Detail nvarchar(max) NULL
);
CREATE INDEX IX_TimelineEntry_Conversation ON inbox.TimelineEntry (ConversationId);

CREATE TABLE inbox.Note (
    Id bigint NOT NULL CONSTRAINT PK_Note PRIMARY KEY,
    ConversationId bigint NOT NULL,
    AuthorId bigint NOT NULL,
    Text nvarchar(max) NOT NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_Note_Conversation ON inbox.Note (ConversationId);

CREATE TABLE inbox.NoteMention (
    NoteId bigint NOT NULL,
    PersonId bigint NOT NULL,
    ConversationId bigint NOT NULL,
    SeenAt bigint NULL,
    CONSTRAINT PK_NoteMention PRIMARY KEY (PersonId, NoteId)
);

CREATE TABLE inbox.ConversationTag (
    ConversationId bigint NOT NULL,
    Tag nvarchar(60) NOT NULL,
    CONSTRAINT PK_ConversationTag PRIMARY KEY (ConversationId, Tag)
);
CREATE INDEX IX_ConversationTag_Tag ON inbox.ConversationTag (Tag, ConversationId);

CREATE TABLE inbox.SavedView (
    Id bigint NOT NULL CONSTRAINT PK_SavedView PRIMARY KEY,
    OwnerId bigint NOT NULL,
    Name nvarchar(200) NOT NULL,
    Filter nvarchar(max) NOT NULL
);
CREATE INDEX IX_SavedView_Owner ON inbox.SavedView (OwnerId);

CREATE TABLE inbox.Reply (
    Id bigint NOT NULL CONSTRAINT PK_Reply PRIMARY KEY,
    ConversationId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    AuthorId bigint NOT NULL,
    Audience int NOT NULL,
    ToMessageId bigint NOT NULL,
    Text nvarchar(max) NOT NULL,
    State int NOT NULL,
    DecidedBy bigint NULL,
    Reason nvarchar(1000) NULL,
    WrittenAt bigint NOT NULL,
    SentAt bigint NULL,
    NetworkId nvarchar(500) NULL,
    Permalink nvarchar(2000) NULL,
    Version int NOT NULL
);
CREATE INDEX IX_Reply_Conversation ON inbox.Reply (ConversationId);
CREATE INDEX IX_Reply_State ON inbox.Reply (State, Id);

CREATE TABLE inbox.RiskRule (
    Id bigint NOT NULL CONSTRAINT PK_RiskRule PRIMARY KEY,
    Name nvarchar(200) NOT NULL,
    Definition nvarchar(max) NOT NULL,
    Enabled bit NOT NULL,
    ChangedAt bigint NOT NULL,
    ChangedBy bigint NOT NULL,
    Version int NOT NULL
);
