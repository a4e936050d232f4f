-- What reached us, for ever as it was.
CREATE TABLE inbox.Exchange (
    Id INTEGER PRIMARY KEY,
    ChannelId INTEGER NOT NULL,
    Request TEXT NOT NULL,
    Status INTEGER NOT NULL,
    Headers TEXT NOT NULL,
    Sha256 BLOB NOT NULL,
    StartedAt INTEGER NOT NULL,
    FinishedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE inbox.CapturedItem (
    Id INTEGER PRIMARY KEY,
    ItemKey BLOB NOT NULL,
    ChannelId INTEGER NOT NULL,
    MessageId INTEGER NOT NULL,
    ExchangeId INTEGER NOT NULL,
    NetworkId TEXT NOT NULL,
    VersionId TEXT NOT NULL,
    Change INTEGER NOT NULL,
    NetworkTime INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    RawType TEXT NOT NULL,
    Raw BLOB NOT NULL,
    RawSha256 BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbox.UX_CapturedItem_ItemKey ON CapturedItem (ItemKey);
CREATE INDEX inbox.IX_CapturedItem_MessageId ON CapturedItem (MessageId);

CREATE TABLE inbox.CollectPosition (
    ChannelId INTEGER NOT NULL PRIMARY KEY,
    Next TEXT,
    StoredAt INTEGER NOT NULL
) STRICT;

-- What staff work on: a projection of the captured items.
CREATE TABLE inbox.Contact (
    Id INTEGER PRIMARY KEY,
    ContactKey BLOB NOT NULL,
    Connector TEXT NOT NULL,
    NetworkId TEXT NOT NULL,
    Handle TEXT NOT NULL,
    DisplayName TEXT NOT NULL,
    Rehearsal INTEGER NOT NULL,
    FirstSeenAt INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbox.UX_Contact_ContactKey ON Contact (ContactKey);

CREATE TABLE inbox.Conversation (
    Id INTEGER PRIMARY KEY,
    ThreadKey BLOB NOT NULL,
    ChannelId INTEGER NOT NULL,
    TeamId INTEGER,
    Audience INTEGER NOT NULL,
    ContactId INTEGER NOT NULL,
    ThreadId TEXT NOT NULL,
    Rehearsal INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Stage INTEGER NOT NULL,
    HolderId INTEGER,
    HeldSince INTEGER,
    SnoozedUntil INTEGER,
    FlaggedAt INTEGER,
    FlagReasons TEXT,
    AcknowledgedAt INTEGER,
    AcknowledgedBy INTEGER,
    FirstSeenAt INTEGER,
    StartedAt INTEGER NOT NULL,
    LastMessageId INTEGER NOT NULL,
    LastKind INTEGER NOT NULL,
    LastNetworkTime INTEGER NOT NULL,
    LastInboundAt INTEGER,
    LastText TEXT NOT NULL,
    MessageCount INTEGER NOT NULL,
    PostNetworkId TEXT,
    PostText TEXT,
    PostAuthor TEXT,
    PostFromChannel INTEGER NOT NULL,
    PostPermalink TEXT,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbox.UX_Conversation_ThreadKey ON Conversation (ThreadKey);
CREATE INDEX inbox.IX_Conversation_Stage ON Conversation (Stage, LastMessageId);
CREATE INDEX inbox.IX_Conversation_Unclaimed ON Conversation (LastMessageId) WHERE Stage = 1 AND HolderId IS NULL;
CREATE INDEX inbox.IX_Conversation_Holder ON Conversation (HolderId, LastMessageId) WHERE HolderId IS NOT NULL;
CREATE INDEX inbox.IX_Conversation_Flagged ON Conversation (LastMessageId) WHERE FlaggedAt IS NOT NULL AND Stage < 3;
CREATE INDEX inbox.IX_Conversation_Snoozed ON Conversation (SnoozedUntil) WHERE SnoozedUntil IS NOT NULL;
CREATE INDEX inbox.IX_Conversation_Contact ON Conversation (ContactId, LastMessageId);

CREATE TABLE inbox.Message (
    Id INTEGER PRIMARY KEY,
    MessageKey BLOB NOT NULL,
    ConversationId INTEGER NOT NULL,
    ContactId INTEGER,
    Kind INTEGER NOT NULL,
    Text TEXT NOT NULL,
    Language TEXT,
    NetworkId TEXT NOT NULL,
    InReplyTo TEXT,
    Permalink TEXT,
    ReplyHandle TEXT NOT NULL,
    NetworkTime INTEGER NOT NULL,
    ReceivedAt INTEGER NOT NULL,
    Versions INTEGER NOT NULL,
    DeletedAt INTEGER
) STRICT;
CREATE UNIQUE INDEX inbox.UX_Message_MessageKey ON Message (MessageKey);
CREATE INDEX inbox.IX_Message_Conversation ON Message (ConversationId);

CREATE TABLE inbox.MessageVersion (
    MessageId INTEGER NOT NULL,
    Number INTEGER NOT NULL,
    ItemId INTEGER NOT NULL,
    Text TEXT NOT NULL,
    NetworkTime INTEGER NOT NULL,
    ObservedAt INTEGER NOT NULL,
    PRIMARY KEY (MessageId, Number)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox.Attachment (
    Id INTEGER PRIMARY KEY,
    MessageId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    Reference TEXT NOT NULL,
    ClaimedType TEXT NOT NULL,
    ClaimedBytes INTEGER,
    AltText TEXT NOT NULL,
    State INTEGER NOT NULL,
    Attempts INTEGER NOT NULL,
    NextAttemptAt INTEGER,
    Problem TEXT,
    Sha256 BLOB,
    Bytes INTEGER,
    FoundType TEXT,
    Width INTEGER,
    Height INTEGER,
    FetchedAt INTEGER
) STRICT;
CREATE INDEX inbox.IX_Attachment_Message ON Attachment (MessageId);
CREATE INDEX inbox.IX_Attachment_Waiting ON Attachment (NextAttemptAt) WHERE NextAttemptAt IS NOT NULL;

-- Counters instead of counting: a queue's size is a few rows, not a scan.
CREATE TABLE inbox.Tally (
    ChannelId INTEGER NOT NULL,
    TeamId INTEGER NOT NULL,
    Queue INTEGER NOT NULL,
    N INTEGER NOT NULL,
    PRIMARY KEY (ChannelId, TeamId, Queue)
) STRICT, WITHOUT ROWID;

-- What staff did, beside what was written.
CREATE TABLE inbox.TimelineEntry (
    Id INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    ActorKind INTEGER NOT NULL,
    ActorId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    OtherId INTEGER,
    Detail TEXT
) STRICT;
CREATE INDEX inbox.IX_TimelineEntry_Conversation ON TimelineEntry (ConversationId);

CREATE TABLE inbox.Note (
    Id INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    AuthorId INTEGER NOT NULL,
    Text TEXT NOT NULL,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox.IX_Note_Conversation ON Note (ConversationId);

CREATE TABLE inbox.NoteMention (
    NoteId INTEGER NOT NULL,
    PersonId INTEGER NOT NULL,
    ConversationId INTEGER NOT NULL,
    SeenAt INTEGER,
    PRIMARY KEY (PersonId, NoteId)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox.ConversationTag (
    ConversationId INTEGER NOT NULL,
    Tag TEXT NOT NULL,
    PRIMARY KEY (ConversationId, Tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox.IX_ConversationTag_Tag ON ConversationTag (Tag, ConversationId);

CREATE TABLE inbox.SavedView (
    Id INTEGER PRIMARY KEY,
    OwnerId INTEGER NOT NULL,
    Name TEXT NOT NULL,
    Filter TEXT NOT NULL
) STRICT;
CREATE INDEX inbox.IX_SavedView_Owner ON SavedView (OwnerId);

CREATE TABLE inbox.Reply (
    Id INTEGER PRIMARY KEY,
    ConversationId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    AuthorId INTEGER NOT NULL,
    Audience INTEGER NOT NULL,
    ToMessageId INTEGER NOT NULL,
    Text TEXT NOT NULL,
    State INTEGER NOT NULL,
    DecidedBy INTEGER,
    Reason TEXT,
    WrittenAt INTEGER NOT NULL,
    SentAt INTEGER,
    NetworkId TEXT,
    Permalink TEXT,
    Version INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox.IX_Reply_Conversation ON Reply (ConversationId);
CREATE INDEX inbox.IX_Reply_State ON Reply (State, Id);

CREATE TABLE inbox.RiskRule (
    Id INTEGER PRIMARY KEY,
    Name TEXT NOT NULL,
    Definition TEXT NOT NULL,
    Enabled INTEGER NOT NULL,
    ChangedAt INTEGER NOT NULL,
    ChangedBy INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;
