-- What reached us and could not be stored with the rest: its bytes, and what the connector read in them.
CREATE TABLE inbox.QuarantinedItem (
    Id bigint NOT NULL CONSTRAINT PK_QuarantinedItem PRIMARY KEY,
    ItemKey binary(16) NOT NULL,
    ChannelId bigint NOT NULL,
    ReceivedAt bigint NOT NULL,
    RawType nvarchar(100) NOT NULL,
    Raw varbinary(max) NOT NULL,
    RawSha256 binary(32) NOT NULL,
    Reading nvarchar(max) NULL,
    Why nvarchar(1000) NOT NULL,
    State int NOT NULL,
    SettledAt bigint NULL,
    SettledBy bigint NULL,
    Reason nvarchar(1000) NULL
);
CREATE UNIQUE INDEX UX_QuarantinedItem_ItemKey ON inbox.QuarantinedItem (ItemKey);
CREATE INDEX IX_QuarantinedItem_Open ON inbox.QuarantinedItem (ChannelId) WHERE State = 1;
