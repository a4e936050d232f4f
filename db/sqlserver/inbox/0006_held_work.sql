-- What a person holds is counted on every page: of work only, however much they have finished over the years.
DROP INDEX IX_Conversation_Holder ON inbox.Conversation;
CREATE INDEX IX_Conversation_Held ON inbox.Conversation (HolderId, LastMessageId) WHERE HolderId IS NOT NULL AND Stage = 1;
CREATE INDEX IX_NoteMention_Unseen ON inbox.NoteMention (PersonId) WHERE SeenAt IS NULL;
