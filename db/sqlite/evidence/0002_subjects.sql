-- Exhibits and holds may be of an incident, which belongs to no conversation and may have come by no channel.
CREATE TABLE evidence.ExhibitOfAny (
    Id INTEGER PRIMARY KEY,
    PersonId INTEGER NOT NULL,
    Initials TEXT NOT NULL,
    Number INTEGER NOT NULL,
    Target INTEGER NOT NULL,
    TargetId INTEGER NOT NULL,
    ConversationId INTEGER,
    IncidentId INTEGER,
    ChannelId INTEGER,
    TeamId INTEGER,
    What TEXT NOT NULL,
    Basis TEXT,
    Relevant INTEGER NOT NULL,
    Sensitive TEXT,
    Used INTEGER NOT NULL,
    MarkedAt INTEGER NOT NULL,
    Version INTEGER NOT NULL
) STRICT;
INSERT INTO evidence.ExhibitOfAny (Id, PersonId, Initials, Number, Target, TargetId, ConversationId, IncidentId, ChannelId, TeamId, What, Basis, Relevant, Sensitive, Used, MarkedAt, Version)
SELECT Id, PersonId, Initials, Number, Target, TargetId, ConversationId, NULL, ChannelId, TeamId, What, NULL, Relevant, Sensitive, Used, MarkedAt, Version FROM evidence.Exhibit;
DROP TABLE evidence.Exhibit;
ALTER TABLE evidence.ExhibitOfAny RENAME TO Exhibit;
CREATE UNIQUE INDEX evidence.UX_Exhibit_Person ON Exhibit (PersonId, Number);
CREATE INDEX evidence.IX_Exhibit_Conversation ON Exhibit (ConversationId);
CREATE INDEX evidence.IX_Exhibit_Incident ON Exhibit (IncidentId);

CREATE TABLE evidence.HoldOfAny (
    Id INTEGER PRIMARY KEY,
    Target INTEGER NOT NULL,
    TargetId INTEGER NOT NULL,
    ConversationId INTEGER,
    IncidentId INTEGER,
    ChannelId INTEGER,
    TeamId INTEGER,
    Basis TEXT NOT NULL,
    PlacedBy INTEGER NOT NULL,
    PlacedAt INTEGER NOT NULL,
    ReleasedBy INTEGER,
    ReleasedAt INTEGER,
    ReleaseReason TEXT
) STRICT;
INSERT INTO evidence.HoldOfAny (Id, Target, TargetId, ConversationId, IncidentId, ChannelId, TeamId, Basis, PlacedBy, PlacedAt, ReleasedBy, ReleasedAt, ReleaseReason)
SELECT Id, 1, ConversationId, ConversationId, NULL, ChannelId, TeamId, Basis, PlacedBy, PlacedAt, ReleasedBy, ReleasedAt, ReleaseReason FROM evidence.Hold;
DROP TABLE evidence.Hold;
ALTER TABLE evidence.HoldOfAny RENAME TO Hold;
CREATE INDEX evidence.IX_Hold_Conversation ON Hold (ConversationId);
CREATE INDEX evidence.IX_Hold_Released ON Hold (ReleasedAt, IncidentId);

-- Who may see an export of an incident: whoever may see the incident.
ALTER TABLE evidence.Export ADD COLUMN IncidentChannelId INTEGER;
ALTER TABLE evidence.Export ADD COLUMN IncidentTeamId INTEGER;
