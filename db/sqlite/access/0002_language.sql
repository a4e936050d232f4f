-- The language that the service speaks to a person: cy or en-GB; NULL where they have never chosen.
ALTER TABLE access.Person ADD COLUMN Language TEXT;
