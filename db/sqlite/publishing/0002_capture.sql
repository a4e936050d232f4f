-- What the network showed of a post of ours, kept before the network was asked to delete it.
CREATE TABLE publishing.Capture (
    Id INTEGER PRIMARY KEY,
    DeletionId INTEGER NOT NULL,
    DeliveryId INTEGER NOT NULL,
    CapturedAt INTEGER NOT NULL,
    Shown INTEGER NOT NULL,
    Text TEXT NOT NULL,
    Pictures TEXT NOT NULL,
    NetworkId TEXT NOT NULL,
    Permalink TEXT,
    NetworkTime INTEGER,
    Bytes BLOB NOT NULL,
    Sha256 TEXT NOT NULL,
    Why TEXT
) STRICT;
CREATE INDEX publishing.IX_Capture_DeliveryId ON Capture (DeliveryId, Id);
CREATE INDEX publishing.IX_Delivery_ConversationId ON Delivery (ConversationId, Id);
