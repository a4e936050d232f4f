using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Linking;

/// <summary>
/// Joins the private conversation that a private answer began with the public one that it answered: each shows the other, and
/// whoever holds the public one holds the private one too, so that nobody else is told the story from the start.
/// </summary>
internal sealed class LinkBook(Timeline timeline)
{
    /// <summary>The conversations on the other side of a conversation's links, newest first.</summary>
    public static readonly Statement<LinkedRow> Linked = Statement.Of<LinkedRow>(
        """
        SELECT DISTINCT c.Id, c.ChannelId, c.TeamId, c.Audience, c.LastText
        FROM inbox.Conversation AS c
        WHERE c.Id IN (
            SELECT PrivateId FROM inbox.ConversationLink WHERE PublicId = @id AND PrivateId IS NOT NULL
            UNION
            SELECT PublicId FROM inbox.ConversationLink WHERE PrivateId = @id)
        ORDER BY c.Id DESC
        """);

    private const string Columns = "ReplyId, ChannelId, ContactId, PublicId, PrivateId, At";

    private static readonly Statement<LinkRow> Waiting = Statement.Of<LinkRow>(
        $"SELECT {Columns} FROM inbox.ConversationLink WHERE ChannelId = @channelId AND ContactId = @contactId AND PrivateId IS NULL ORDER BY ReplyId");

    private static readonly Statement Insert = Statement.Of(
        $"""
        INSERT INTO inbox.ConversationLink ({Columns})
        SELECT @ReplyId, @ChannelId, @ContactId, @PublicId, @PrivateId, @At
        WHERE NOT EXISTS (SELECT 1 FROM inbox.ConversationLink WHERE ReplyId = @ReplyId)
        """);

    private static readonly Statement Find = Statement.Of(
        "UPDATE inbox.ConversationLink SET PrivateId = @privateId WHERE ReplyId = @replyId AND PrivateId IS NULL");

    /// <summary>A private answer to a public conversation is on the network: the private one is joined now, or when it reaches us.</summary>
    public async Task AnsweredAsync(Session session, ReplyRow reply, CancellationToken ct)
    {
        if (reply.Audience != Audience.Private
            || await session.FindAsync(ConversationStatements.Load, new { id = reply.ConversationId }, ct) is not { Audience: Audience.Public } answered)
        {
            return;
        }

        var link = new LinkRow { ReplyId = reply.Id, ChannelId = answered.ChannelId, ContactId = answered.ContactId, PublicId = answered.Id, At = session.Act.At };
        if (await session.ExecuteAsync(Insert, link, ct) == 0)
            return;
        var args = new { channelId = answered.ChannelId, contactId = answered.ContactId, audience = Audience.Private, take = 1 };
        if (await session.FindAsync(ConversationStatements.NewestPrivate, args, ct) is { } begun)
            await JoinAsync(session, link, answered, begun, ct);
    }

    /// <summary>Private conversations have begun: those that an answer of ours began are joined with what it answered.</summary>
    public async Task BegunAsync(Session session, IEnumerable<ConversationRow> privately, CancellationToken ct)
    {
        foreach (var conversation in privately)
        {
            var begun = conversation;
            foreach (var link in await session.QueryAsync(Waiting, new { channelId = begun.ChannelId, contactId = begun.ContactId }, ct))
            {
                if (await session.FindAsync(ConversationStatements.Load, new { id = link.PublicId }, ct) is { } answered)
                    begun = await JoinAsync(session, link, answered, begun, ct);
            }
        }
    }

    private async Task<ConversationRow> JoinAsync(Session session, LinkRow link, ConversationRow answered, ConversationRow begun, CancellationToken ct)
    {
        await session.ExecuteAsync(Find, new { replyId = link.ReplyId, privateId = begun.Id }, ct);
        await timeline.AddAsync(session, answered.Id, Deed.WentPrivate, ct);
        await timeline.AddAsync(session, begun.Id, Deed.CameFromPublic, ct);
        session.Raise(new ConversationsLinked(answered.Id, begun.Id, link.ReplyId));
        if (begun.HolderId is not null || answered.HolderId is not { } holder)
            return begun;
        var carried = begun.HeldBy(holder, session.Act.At) with { TeamId = begun.Alarms() ? begun.TeamId : answered.TeamId, State = begun.State };
        if (await session.ExecuteAsync(ConversationStatements.Save, carried, ct) != 1)
            throw new InvalidOperationException($"Conversation {begun.Id} was changed at the same moment; it is tried again.");
        var tallies = new Tallies();
        tallies.Note(begun, carried);
        await tallies.SaveAsync(session, ct);
        await timeline.AddAsync(session, begun.Id, Deed.CarriedOver, ct, holder);
        session.Raise(new ConversationPassed(begun.Id, nameof(Deed.CarriedOver), null, holder, carried.TeamId));
        return carried with { Version = carried.Version + 1 };
    }
}
