-- A key is looked up among the items of its message, where the newest lie together; in an index of their own, keys that are hashes
-- touch a page each.
CREATE UNIQUE INDEX UX_CapturedItem_Message ON inbox.CapturedItem (MessageId, ItemKey);
DROP INDEX UX_CapturedItem_ItemKey ON inbox.CapturedItem;
DROP INDEX IX_CapturedItem_MessageId ON inbox.CapturedItem;
