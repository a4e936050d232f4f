-- The unread are counted like the other queues; those that are there already are counted once, here.
INSERT INTO inbox.Tally (ChannelId, TeamId, Queue, N)
SELECT ChannelId, COALESCE(TeamId, 0), 6, COUNT(*) FROM inbox.Conversation WHERE State = 1 GROUP BY ChannelId, COALESCE(TeamId, 0);
