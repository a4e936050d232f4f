using FluentValidation;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Inbox.Undoing;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Notes;

/// <summary>Asks that a conversation have just these tags.</summary>
internal sealed record TagCommand(long ConversationId, IReadOnlyList<string> Tags);

/// <summary>Says what is wrong with tags.</summary>
internal sealed class TagValidator : AbstractValidator<TagCommand>
{
    public TagValidator()
    {
        RuleFor(c => c.Tags).Must(t => t.Count <= 20).WithMessage("A conversation can have at most 20 tags");
        RuleForEach(c => c.Tags).NotEmpty().MaximumLength(60).WithMessage("Each tag must be 60 characters or less");
    }
}

/// <summary>Staff put tags on a conversation and take them off.</summary>
internal sealed class TagConversation(Store<InboxModule> store, Timeline timeline, ActFactory acts)
{
    public static readonly ActKind Kind = new("inbox.tag-conversation");

    public static readonly Statement<string> TagsOf = Statement.Of<string>(
        "SELECT Tag FROM inbox.ConversationTag WHERE ConversationId = @conversationId ORDER BY Tag");

    public static readonly Statement Insert = Statement.Of(
        "INSERT INTO inbox.ConversationTag (ConversationId, Tag) VALUES (@conversationId, @tag)");

    public static readonly Statement Remove = Statement.Of(
        "DELETE FROM inbox.ConversationTag WHERE ConversationId = @conversationId AND Tag = @tag");

    /// <summary>Sets the tags.</summary>
    public async Task<ChangeResult> HandleAsync(Person person, TagCommand command, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var conversation = await session.FindAsync(ConversationStatements.Load, new { id = command.ConversationId }, ct);
        if (conversation is null || !person.Grants.Allows(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId))
            return new ChangeResult.NotFound();
        if (!person.Grants.Allows(InboxPermissions.Tag, conversation.ChannelId, conversation.TeamId))
            return new ChangeResult.NotAllowed(InboxPermissions.Tag);
        var conversationId = conversation.Id;
        var wanted = command.Tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var present = await session.QueryAsync(TagsOf, new { conversationId }, ct);
        var added = wanted.Except(present, StringComparer.Ordinal).ToList();
        var removed = present.Except(wanted, StringComparer.Ordinal).ToList();
        if (added.Count + removed.Count == 0)
            return new ChangeResult.Done(conversation);
        await session.ExecuteAsync(Insert, added.Select(tag => new { conversationId, tag }).ToList(), ct);
        await session.ExecuteAsync(Remove, removed.Select(tag => new { conversationId, tag }).ToList(), ct);
        var entry = await timeline.AddAsync(
            session, conversationId, Deed.Tagged, ct, detail: string.Join(' ', added.Select(t => "+" + t).Concat(removed.Select(t => "-" + t))));
        await UndoBook.RememberAsync(session, conversation, conversation, Deed.Tagged, entry, added, removed, ct);
        session.Raise(new ConversationTagged(conversationId, added, removed));
        await session.CommitAsync(ct);
        return new ChangeResult.Done(conversation, session.Act.Id);
    }
}
