-- One thing that goes out to a network: the intent, and how far it has come.
CREATE TABLE publishing.Delivery (
    Id bigint NOT NULL CONSTRAINT PK_Delivery PRIMARY KEY,
    Turn bigint NOT NULL,
    Kind int NOT NULL,
    ChannelId bigint NOT NULL,
    ConversationId bigint NULL,
    Text nvarchar(max) NOT NULL,
    InReplyTo nvarchar(500) NULL,
    ThreadId nvarchar(500) NULL,
    Recipient nvarchar(500) NULL,
    ReplyHandle nvarchar(max) NOT NULL,
    AskedBy bigint NOT NULL,
    IntendedAt bigint NOT NULL,
    State int NOT NULL,
    StateSince bigint NOT NULL,
    Why nvarchar(2000) NULL,
    Attempts int NOT NULL,
    NotBefore bigint NULL,
    AttemptedAt bigint NULL,
    WasUnknown bit NOT NULL,
    NetworkId nvarchar(500) NULL,
    Permalink nvarchar(2000) NULL,
    NetworkTime bigint NULL,
    Reconciled bit NOT NULL,
    ByHand bit NOT NULL,
    LookAt bigint NULL,
    Looks int NOT NULL,
    StuckAt bigint NULL,
    AcknowledgedBy bigint NULL,
    AcknowledgedAt bigint NULL,
    Version int NOT NULL
);
CREATE UNIQUE INDEX UX_Delivery_Turn ON publishing.Delivery (Turn);
CREATE INDEX IX_Delivery_ChannelId_State ON publishing.Delivery (ChannelId, State, Turn);
CREATE INDEX IX_Delivery_State ON publishing.Delivery (State, Id);

-- What the network answered, as bytes.
CREATE TABLE publishing.Receipt (
    DeliveryId bigint NOT NULL CONSTRAINT PK_Receipt PRIMARY KEY,
    Bytes varbinary(max) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    ReplyHandle nvarchar(max) NOT NULL,
    StoredAt bigint NOT NULL
);

-- The history of each delivery, for staff to read.
CREATE TABLE publishing.Step (
    Id bigint NOT NULL CONSTRAINT PK_Step PRIMARY KEY,
    DeliveryId bigint NOT NULL,
    Kind int NOT NULL,
    ActorKind int NOT NULL,
    ActorId bigint NOT NULL,
    At bigint NOT NULL,
    Detail nvarchar(2000) NULL
);
CREATE INDEX IX_Step_DeliveryId ON publishing.Step (DeliveryId, Id);

-- Times in which nothing goes out: on one channel, or, where ChannelId is null, on any.
CREATE TABLE publishing.Pause (
    Id bigint NOT NULL CONSTRAINT PK_Pause PRIMARY KEY,
    ChannelId bigint NULL,
    PausedBy bigint NOT NULL,
    PausedAt bigint NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    AcknowledgedBy bigint NULL,
    AcknowledgedAt bigint NULL,
    ResumedBy bigint NULL,
    ResumedAt bigint NULL
);
CREATE INDEX IX_Pause_ResumedAt ON publishing.Pause (ResumedAt, Id);

-- Posts of ours that staff want gone from the network.
CREATE TABLE publishing.Deletion (
    Id bigint NOT NULL CONSTRAINT PK_Deletion PRIMARY KEY,
    DeliveryId bigint NOT NULL,
    ChannelId bigint NOT NULL,
    NetworkId nvarchar(500) NOT NULL,
    AskedBy bigint NOT NULL,
    AskedAt bigint NOT NULL,
    Reason nvarchar(1000) NOT NULL,
    State int NOT NULL,
    StateSince bigint NOT NULL,
    Why nvarchar(2000) NULL,
    Attempts int NOT NULL,
    NotBefore bigint NULL,
    AttemptedAt bigint NULL,
    LookAt bigint NULL,
    Looks int NOT NULL,
    StuckAt bigint NULL,
    AcknowledgedBy bigint NULL,
    AcknowledgedAt bigint NULL,
    Version int NOT NULL
);
CREATE INDEX IX_Deletion_DeliveryId ON publishing.Deletion (DeliveryId, Id);
CREATE INDEX IX_Deletion_State ON publishing.Deletion (State, ChannelId, Id);
