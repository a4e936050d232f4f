-- A key is looked up among the items of its message, where the newest lie together; in an index of their own, keys that are hashes
-- touch a page each.
CREATE UNIQUE INDEX inbox.UX_CapturedItem_Message ON CapturedItem (MessageId, ItemKey);
DROP INDEX inbox.UX_CapturedItem_ItemKey;
DROP INDEX inbox.IX_CapturedItem_MessageId;

-- The intake writes a batch's texts with one statement: a trigger makes a savepoint for each message, and at each of them the
-- full-text index writes out what it has gathered.
DROP TRIGGER inbox.MessageText_Insert;
