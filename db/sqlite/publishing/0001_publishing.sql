-- One thing that goes out to a network: the intent, and how far it has come.
CREATE TABLE publishing.Delivery (
    Id INTEGER PRIMARY KEY,
    Turn INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    ConversationId INTEGER,
    Text TEXT NOT NULL,
    InReplyTo TEXT,
    ThreadId TEXT,
    Recipient TEXT,
    ReplyHandle TEXT NOT NULL,
    AskedBy INTEGER NOT NULL,
    IntendedAt INTEGER NOT NULL,
    State INTEGER NOT NULL,
    StateSince INTEGER NOT NULL,
    Why TEXT,
    Attempts INTEGER NOT NULL,
    NotBefore INTEGER,
    AttemptedAt INTEGER,
    WasUnknown INTEGER NOT NULL,
    NetworkId TEXT,
    Permalink TEXT,
    NetworkTime INTEGER,
    Reconciled INTEGER NOT NULL,
    ByHand INTEGER NOT NULL,
    LookAt INTEGER,
    Looks INTEGER NOT NULL,
    StuckAt INTEGER,
    AcknowledgedBy INTEGER,
    AcknowledgedAt INTEGER,
    Version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX publishing.UX_Delivery_Turn ON Delivery (Turn);
CREATE INDEX publishing.IX_Delivery_ChannelId_State ON Delivery (ChannelId, State, Turn);
CREATE INDEX publishing.IX_Delivery_State ON Delivery (State, Id);

-- What the network answered, as bytes.
CREATE TABLE publishing.Receipt (
    DeliveryId INTEGER PRIMARY KEY,
    Bytes BLOB NOT NULL,
    Sha256 TEXT NOT NULL,
    ReplyHandle TEXT NOT NULL,
    StoredAt INTEGER NOT NULL
) STRICT;

-- The history of each delivery, for staff to read.
CREATE TABLE publishing.Step (
    Id INTEGER PRIMARY KEY,
    DeliveryId INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    ActorKind INTEGER NOT NULL,
    ActorId INTEGER NOT NULL,
    At INTEGER NOT NULL,
    Detail TEXT
) STRICT;
CREATE INDEX publishing.IX_Step_DeliveryId ON Step (DeliveryId, Id);

-- Times in which nothing goes out: on one channel, or, where ChannelId is null, on any.
CREATE TABLE publishing.Pause (
    Id INTEGER PRIMARY KEY,
    ChannelId INTEGER,
    PausedBy INTEGER NOT NULL,
    PausedAt INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    AcknowledgedBy INTEGER,
    AcknowledgedAt INTEGER,
    ResumedBy INTEGER,
    ResumedAt INTEGER
) STRICT;
CREATE INDEX publishing.IX_Pause_ResumedAt ON Pause (ResumedAt, Id);

-- Posts of ours that staff want gone from the network.
CREATE TABLE publishing.Deletion (
    Id INTEGER PRIMARY KEY,
    DeliveryId INTEGER NOT NULL,
    ChannelId INTEGER NOT NULL,
    NetworkId TEXT NOT NULL,
    AskedBy INTEGER NOT NULL,
    AskedAt INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    State INTEGER NOT NULL,
    StateSince INTEGER NOT NULL,
    Why TEXT,
    Attempts INTEGER NOT NULL,
    NotBefore INTEGER,
    AttemptedAt INTEGER,
    LookAt INTEGER,
    Looks INTEGER NOT NULL,
    StuckAt INTEGER,
    AcknowledgedBy INTEGER,
    AcknowledgedAt INTEGER,
    Version INTEGER NOT NULL
) STRICT;
CREATE INDEX publishing.IX_Deletion_DeliveryId ON Deletion (DeliveryId, Id);
CREATE INDEX publishing.IX_Deletion_State ON Deletion (State, ChannelId, Id);
