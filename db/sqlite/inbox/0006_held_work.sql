-- What a person holds is counted on every page: of work only, however much they have finished over the years.
DROP INDEX inbox.IX_Conversation_Holder;
CREATE INDEX inbox.IX_Conversation_Held ON Conversation (HolderId, LastMessageId) WHERE HolderId IS NOT NULL AND Stage = 1;
CREATE INDEX inbox.IX_NoteMention_Unseen ON NoteMention (PersonId) WHERE SeenAt IS NULL;
