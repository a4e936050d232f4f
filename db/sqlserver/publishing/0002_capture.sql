-- What the network showed of a post of ours, kept before the network was asked to delete it.
CREATE TABLE publishing.Capture (
    Id bigint NOT NULL CONSTRAINT PK_Capture PRIMARY KEY,
    DeletionId bigint NOT NULL,
    DeliveryId bigint NOT NULL,
    CapturedAt bigint NOT NULL,
    Shown int NOT NULL,
    Text nvarchar(max) NOT NULL,
    Pictures nvarchar(max) NOT NULL,
    NetworkId nvarchar(500) NOT NULL,
    Permalink nvarchar(2000) NULL,
    NetworkTime bigint NULL,
    Bytes varbinary(max) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    Why nvarchar(1000) NULL
);
CREATE INDEX IX_Capture_DeliveryId ON publishing.Capture (DeliveryId, Id);
CREATE INDEX IX_Delivery_ConversationId ON publishing.Delivery (ConversationId, Id);
