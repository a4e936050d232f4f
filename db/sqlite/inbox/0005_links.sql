-- Which private conversation was begun by a private answer to which public one; the private one may not have reached us yet.
CREATE TABLE inbox.ConversationLink (
    ReplyId INTEGER PRIMARY KEY,
    ChannelId INTEGER NOT NULL,
    ContactId INTEGER NOT NULL,
    PublicId INTEGER NOT NULL,
    PrivateId INTEGER,
    At INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox.IX_ConversationLink_Waiting ON ConversationLink (ChannelId, ContactId) WHERE PrivateId IS NULL;
CREATE INDEX inbox.IX_ConversationLink_Public ON ConversationLink (PublicId);
CREATE INDEX inbox.IX_ConversationLink_Private ON ConversationLink (PrivateId) WHERE PrivateId IS NOT NULL;
