-- What of a network's answer stands around the items that were taken from it.
ALTER TABLE inbox.Exchange ADD COLUMN Frame BLOB;
