using System.Globalization;
using FluentValidation;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Replying;

/// <summary>Asks that the public be answered.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Audience">Who may read the answer: chosen by the author, never assumed.</param>
/// <param name="Text">The answer.</param>
/// <param name="SeenItemId">The newest thing of the public that its author had before them: a message, an edit or a deletion.</param>
/// <param name="EvenThough">True where the author was told of an earlier reply on its way, and means it.</param>
/// <param name="Pictures">The pictures that go with it; null for none.</param>
internal sealed record WriteReplyCommand(
    long ConversationId, Audience Audience, string Text, long SeenItemId, bool EvenThough, IReadOnlyList<ChosenPicture>? Pictures = null);

/// <summary>Says what is wrong with a reply before anything is asked of the network.</summary>
internal sealed class WriteReplyValidator : AbstractValidator<WriteReplyCommand>
{
    public WriteReplyValidator()
    {
        RuleFor(c => c.Text).NotEmpty().WithMessage("Enter the reply");
        RuleForEach(c => c.Pictures).Must(p => !string.IsNullOrWhiteSpace(p.AltText)).WithMessage("Describe each picture for those who cannot see it, and choose it again");
        RuleForEach(c => c.Pictures).Must(p => p.AltText.Length <= 1_500).WithMessage("The description of a picture must be 1,500 characters or less; choose the picture again");
        RuleFor(c => c.Audience).IsInEnum().WithMessage("Choose whether to reply publicly or privately");
    }
}

/// <summary>
/// An operator answers a member of the public. The server decides, whatever the screen showed: nobody answers what a colleague
/// holds, or past a message that they have not seen, or twice while the fate of an earlier answer is open.
/// </summary>
internal sealed class WriteReply(
    Store<InboxModule> store, ConversationDesk desk, IChannels channels, ReplyLimits limits, PreparePictures pictures, ActFactory acts,
    Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("inbox.write-reply");

    /// <summary>The newest message, edit or deletion of the public in a conversation.</summary>
    public static readonly Statement<long?> NewestItem = Statement.Of<long?>(
        """
        SELECT MAX(i.Id) AS Id
        FROM inbox.CapturedItem AS i JOIN inbox.Message AS m ON m.Id = i.MessageId
        WHERE m.ConversationId = @conversationId AND m.ContactId IS NOT NULL
        """);

    public const string Passed =
        "Something new arrived while you wrote, or they changed what they had written. Nothing was sent and your text is kept: read it, then send again.";

    private static readonly Statement<long?> NewestMessage = Statement.Of<long?>(
        "SELECT MAX(Id) AS Id FROM inbox.Message WHERE ConversationId = @conversationId AND ContactId IS NOT NULL");

    public async Task<ChangeResult> HandleAsync(Person person, WriteReplyCommand command, CancellationToken ct)
    {
        var conversation = await store.FindAsync(ConversationStatements.Load, new { id = command.ConversationId }, ct);
        if (conversation is null || !person.Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId)
            || await channels.FindAsync(conversation.ChannelId, ct) is not { } channel)
        {
            return new ChangeResult.NotFound();
        }

        // A browser sends two characters for a new line; the network is sent, and counts, one.
        command = command with { Text = command.Text.ReplaceLineEndings("\n").Trim() };
        if (await WhyNotAsync(conversation, channel, command, ct) is { } why)
            return new ChangeResult.Refused(why);
        var newest = await store.FindAsync(NewestMessage, new { conversationId = conversation.Id }, ct) ?? 0;
        if (newest == 0)
            return new ChangeResult.Refused("They have not written anything here yet that could be answered. Nothing was sent and your text is kept.");

        var act = acts.By(person, Kind);
        var permission = command.Audience == Audience.Private ? InboxPermissions.ReplyPrivate : InboxPermissions.Reply;
        var reply = NewReply(command, conversation, person, newest, channel.RepliesNeedApproval, act.At);
        if (!person.Grants.Allows(permission, conversation.ChannelId, conversation.TeamId))
            return new ChangeResult.NotAllowed(permission);

        // Durable before the reply is, and not in its session: a picture takes longer than a row.
        var (prepared, notPrepared) = await pictures.RunAsync(
            reply.Id, command.Audience, command.Pictures ?? [], command.Pictures is { Count: > 0 } ? await limits.OfAsync(channel.Id, ct) : null, ct);
        if (notPrepared is not null)
            return new ChangeResult.Refused(notPrepared);
        try
        {
            return await desk.ChangeAsync(
                act, person, permission, conversation.Id, c => Decide(c, person, reply, prepared), ct,
                (session, _) => StoreAsync(session, reply, prepared, command, ct));
        }
        catch (SomethingNewException)
        {
            return new ChangeResult.Refused(Passed);
        }
    }

    /// <summary>May this person answer it now?</summary>
    public static Decision Decide(ConversationRow c, Person person, ReplyRow reply, IReadOnlyList<ReplyPictureRow> pictures)
    {
        if (c.HolderId is { } holder && holder != person.Id)
            return new Decision.Refuse("A colleague holds this conversation. Nothing was sent and your text is kept: take it over with a reason, or leave it to them.");
        var held = c.HolderId is null ? c.HeldBy(person.Id, reply.WrittenAt) : c.Seen(reply.WrittenAt);
        var hash = HashOf(reply.Text, pictures);
        return new Decision.Change(
            held, Deed.ReplyWritten,
            reply.State == ReplyState.AwaitingApproval
                ? new ReplyAwaitsApproval(reply.Id, c.Id, reply.Audience.ToString(), hash)
                : new ReplyReady(reply.Id, c.Id, c.ChannelId, reply.Audience.ToString(), hash, null),
            reply.Id);
    }

    public static string HashOf(string text, IReadOnlyList<ReplyPictureRow>? pictures = null) =>
        Convert.ToBase64String(ReplyToDeliver.DigestOf(text, [.. (pictures ?? []).Select(p => p.ToPicture())]));

    private static async Task StoreAsync(
        Session session, ReplyRow reply, IReadOnlyList<ReplyPictureRow> pictures, WriteReplyCommand command, CancellationToken ct)
    {
        // Asked in the session that stores the reply: nothing can arrive in between.
        if (await session.FindAsync(NewestItem, new { conversationId = reply.ConversationId }, ct) > command.SeenItemId)
            throw new SomethingNewException();
        var open = (await session.QueryAsync(ReplyStatements.OfConversation, new { conversationId = reply.ConversationId }, ct))
            .Any(r => r.State is ReplyState.AwaitingApproval or ReplyState.Going or ReplyState.OutcomeUnknown);
        if (open && !command.EvenThough)
            throw new ReplyUnderWayException();
        await session.ExecuteAsync(ReplyStatements.Insert, reply, ct);
        await session.ExecuteAsync(ReplyPictureRow.Insert, pictures, ct);
    }

    private ReplyRow NewReply(
        WriteReplyCommand command, ConversationRow conversation, Person person, long toMessageId, bool needsApproval, DateTimeOffset at) => new()
        {
            Id = ids.New(),
            ConversationId = conversation.Id,
            ChannelId = conversation.ChannelId,
            AuthorId = person.Id,
            Audience = command.Audience,
            ToMessageId = toMessageId,
            Text = command.Text,
            State = needsApproval ? ReplyState.AwaitingApproval : ReplyState.Going,
            WrittenAt = at,
            Version = 1,
        };

    private async Task<string?> WhyNotAsync(ConversationRow c, ChannelSummary channel, WriteReplyCommand command, CancellationToken ct)
    {
        if (channel.State != ChannelState.Connected)
            return $"{channel.Name} is not connected at the moment. Nothing was sent and your text is kept.";
        if (c.Audience == Audience.Private && command.Audience == Audience.Public)
            return "This is a private conversation: it can only be answered privately.";
        if (await limits.OfAsync(channel.Id, ct) is not { } allowed)
            return null;
        var most = command.Audience == Audience.Private ? allowed.PrivateLength : allowed.PostLength;
        if (await limits.CountAsync(channel.Id, command.Text, ct) is { } length && length > most)
            return string.Create(CultureInfo.CurrentCulture, $"The reply is {length - most} characters too long: {channel.Network} takes {most}. Shorten it and send again.");
        return command.Audience == Audience.Private ? WhyNotPrivately(c, allowed) : null;
    }

    private string? WhyNotPrivately(ConversationRow c, PublishLimits allowed)
    {
        if (c.Audience == Audience.Public && !allowed.PrivateUnsolicited)
            return "This network does not let you begin a private conversation. Ask them publicly to write to you privately.";
        if (c.Audience == Audience.Private && allowed.PrivateWindow is { } window && c.LastInboundAt is { } last && clock.GetUtcNow() - last > window)
            return "The network's time for answering privately is over. Ask them publicly to write again.";
        return null;
    }
}

/// <summary>Something of the public was stored that the author of a reply has not seen; it undoes the session.</summary>
internal sealed class SomethingNewException() : InvalidOperationException("Something new arrived while a reply was written.");

/// <summary>Another reply of the conversation is on its way, or nobody knows whether it arrived.</summary>
internal sealed class ReplyUnderWayException()
    : InvalidOperationException("An earlier reply in this conversation waits for approval, is on its way, or its outcome is not known yet. Nothing was sent and your text is kept: wait for it, or confirm that you want to send this one as well.");
