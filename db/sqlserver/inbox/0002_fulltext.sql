-- outside a transaction
-- Full-text search over the current text of every message. SQL Server makes no full-text catalogue inside a transaction.
CREATE FULLTEXT CATALOG InboxText;
GO
CREATE FULLTEXT INDEX ON inbox.Message (Text) KEY INDEX PK_Message ON InboxText WITH CHANGE_TRACKING AUTO;
