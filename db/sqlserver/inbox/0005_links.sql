-- Which private conversation was begun by a private answer to which public one; the private one may not have reached us yet.
CREATE TABLE inbox.ConversationLink (
    ReplyId bigint NOT NULL CONSTRAINT PK_ConversationLink PRIMARY KEY,
    ChannelId bigint NOT NULL,
    ContactId bigint NOT NULL,
    PublicId bigint NOT NULL,
    PrivateId bigint NULL,
    At bigint NOT NULL
);
CREATE INDEX IX_ConversationLink_Waiting ON inbox.ConversationLink (ChannelId, ContactId) WHERE PrivateId IS NULL;
CREATE INDEX IX_ConversationLink_Public ON inbox.ConversationLink (PublicId);
CREATE INDEX IX_ConversationLink_Private ON inbox.ConversationLink (PrivateId) WHERE PrivateId IS NOT NULL;
