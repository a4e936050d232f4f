using System.Text.RegularExpressions;
using FluentValidation;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Notes;

/// <summary>Asks that a note be kept.</summary>
internal sealed record NoteCommand(long ConversationId, string Text);

/// <summary>Says what is wrong with a note.</summary>
internal sealed class NoteValidator : AbstractValidator<NoteCommand>
{
    public NoteValidator()
    {
        RuleFor(c => c.Text).NotEmpty().WithMessage("Enter the note");
        RuleFor(c => c.Text).MaximumLength(10_000).WithMessage("The note must be 10,000 characters or less");
    }
}

/// <summary>Staff keep a note that the public never sees; colleagues named with an @ find it among their mentions.</summary>
internal sealed partial class WriteNote(Store<InboxModule> store, IPeople people, Timeline timeline, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("inbox.write-note");

    private static readonly Statement Insert = Statement.Of(
        "INSERT INTO inbox.Note (Id, ConversationId, AuthorId, Text, At) VALUES (@id, @conversationId, @authorId, @text, @at)");

    private static readonly Statement InsertMention = Statement.Of(
        "INSERT INTO inbox.NoteMention (NoteId, PersonId, ConversationId) VALUES (@noteId, @personId, @conversationId)");

    /// <summary>Keeps the note; false where there is no such conversation for this person.</summary>
    public async Task<bool> HandleAsync(Person person, NoteCommand command, CancellationToken ct)
    {
        var conversation = await store.FindAsync(ConversationStatements.Load, new { id = command.ConversationId }, ct);
        if (conversation is null || !person.Grants.Allows(InboxPermissions.Tag, conversation.ChannelId, conversation.TeamId))
            return false;
        var mentioned = await MentionedAsync(command.Text, conversation, ct);
        await using var session = await store.BeginAsync(acts.By(person, Kind), ct);
        var id = ids.New();
        await session.ExecuteAsync(
            Insert, new { id, conversationId = conversation.Id, authorId = person.Id, text = command.Text.Trim(), at = session.Act.At }, ct);
        foreach (var personId in mentioned)
            await session.ExecuteAsync(InsertMention, new { noteId = id, personId, conversationId = conversation.Id }, ct);
        await timeline.AddAsync(session, conversation.Id, Deed.Noted, ct, id);
        session.Raise(new NoteWritten(conversation.Id, id, mentioned));
        await session.CommitAsync(ct);
        return true;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}@])@([\p{L}\p{N}._-]{2,60})")]
    private static partial Regex Mention();

    private async Task<IReadOnlyList<long>> MentionedAsync(string text, ConversationRow conversation, CancellationToken ct)
    {
        var names = Mention().Matches(text).Select(m => m.Groups[1].Value.TrimEnd('.').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            return [];
        var colleagues = await people.WhoMayAsync(InboxPermissions.Read, conversation.ChannelId, conversation.TeamId, ct);
        return [.. colleagues.Where(p => names.Contains(p.Mention)).Select(p => p.Id)];
    }
}
