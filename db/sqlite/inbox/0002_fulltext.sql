-- Full-text search over the current text of every message; the triggers keep it in step, as SQLite's documentation of
-- external-content tables asks.
CREATE VIRTUAL TABLE inbox.MessageText USING fts5 (
    Text, content = 'Message', content_rowid = 'Id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER inbox.MessageText_Insert AFTER INSERT ON Message BEGIN
    INSERT INTO MessageText (rowid, Text) VALUES (new.Id, new.Text);
END;
CREATE TRIGGER inbox.MessageText_Update AFTER UPDATE OF Text ON Message BEGIN
    INSERT INTO MessageText (MessageText, rowid, Text) VALUES ('delete', old.Id, old.Text);
    INSERT INTO MessageText (rowid, Text) VALUES (new.Id, new.Text);
END;
