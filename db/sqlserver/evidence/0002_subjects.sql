-- Exhibits and holds may be of an incident, which belongs to no conversation and may have come by no channel.
DROP INDEX IX_Exhibit_Conversation ON evidence.Exhibit;
ALTER TABLE evidence.Exhibit ALTER COLUMN ConversationId bigint NULL;
ALTER TABLE evidence.Exhibit ALTER COLUMN ChannelId bigint NULL;
ALTER TABLE evidence.Exhibit ADD IncidentId bigint NULL, Basis nvarchar(500) NULL;
CREATE INDEX IX_Exhibit_Conversation ON evidence.Exhibit (ConversationId);
CREATE INDEX IX_Exhibit_Incident ON evidence.Exhibit (IncidentId);

DROP INDEX IX_Hold_Conversation ON evidence.Hold;
ALTER TABLE evidence.Hold ALTER COLUMN ConversationId bigint NULL;
ALTER TABLE evidence.Hold ALTER COLUMN ChannelId bigint NULL;
ALTER TABLE evidence.Hold ADD Target int NULL, TargetId bigint NULL, IncidentId bigint NULL;
GO
UPDATE evidence.Hold SET Target = 1, TargetId = ConversationId;
ALTER TABLE evidence.Hold ALTER COLUMN Target int NOT NULL;
ALTER TABLE evidence.Hold ALTER COLUMN TargetId bigint NOT NULL;
CREATE INDEX IX_Hold_Conversation ON evidence.Hold (ConversationId);
CREATE INDEX IX_Hold_Released ON evidence.Hold (ReleasedAt, IncidentId);

-- Who may see an export of an incident: whoever may see the incident.
ALTER TABLE evidence.Export ADD IncidentChannelId bigint NULL, IncidentTeamId bigint NULL;
