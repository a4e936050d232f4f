-- Triage asks about the author of a message: few people of incidents are contacts on a network, and fewer are marked.
CREATE INDEX IX_Party_Contact ON incidents.Party (ContactId) WHERE ContactId IS NOT NULL;
