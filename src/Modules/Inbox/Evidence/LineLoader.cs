using System.Text;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Evidence;

/// <summary>Loads the lines of one batch of ids.</summary>
internal sealed class LineLoader(IRead store)
{
    public async Task<IReadOnlyList<MaterialLine>> LoadAsync((long Id, MaterialKind Kind)[] keys, CancellationToken ct)
    {
        var lines = new List<MaterialLine>(keys.Length);
        foreach (var group in keys.GroupBy(k => k.Kind, k => k.Id))
            lines.AddRange(await LoadAsync(group.Key, [.. group], ct));
        return lines;
    }

    private async Task<IEnumerable<MaterialLine>> LoadAsync(MaterialKind kind, List<long> ids, CancellationToken ct) => kind switch
    {
        MaterialKind.Message => await WithAttachmentsAsync(await store.QueryAsync(MaterialStatements.Messages, new { ids }, ct), ids, ct),
        MaterialKind.Edit => (await store.QueryAsync(MaterialStatements.Edits, new { ids }, ct)).Select(r => Line(r, kind, [])),
        MaterialKind.Deletion => (await store.QueryAsync(MaterialStatements.Deletions, new { ids }, ct)).Select(r => Line(r, kind, [])),
        MaterialKind.Reply => await WithPicturesAsync(await store.QueryAsync(MaterialStatements.Replies, new { ids }, ct), ids, ct),
        MaterialKind.Note => (await store.QueryAsync(MaterialStatements.Notes, new { ids }, ct)).Select(r => Line(r, kind, r.Text)),
        MaterialKind.Deed => (await store.QueryAsync(MaterialStatements.Deeds, new { ids }, ct)).Select(r => Line(r, kind, Said((Deed)r.Kind))),
    };

    private async Task<IEnumerable<MaterialLine>> WithAttachmentsAsync(IReadOnlyList<MaterialMessageRow> rows, List<long> ids, CancellationToken ct)
    {
        var attachments = (await store.QueryAsync(MaterialStatements.Attachments, new { ids }, ct)).ToLookup(a => a.MessageId, a => new MaterialAttachment(
            a.Id, a.Sha256 ?? [], a.FoundType ?? a.ClaimedType, a.AltText, a.Sha256 is null ? a.Problem ?? "it is not fetched yet" : ""));
        return rows.Select(r => Line(r, MaterialKind.Message, [.. attachments[r.Id]]));
    }

    private async Task<IEnumerable<MaterialLine>> WithPicturesAsync(IReadOnlyList<MaterialDeedRow> rows, List<long> ids, CancellationToken ct)
    {
        var pictures = (await store.QueryAsync(ReplyPictureRow.OfReplies, new { ids }, ct)).ToLookup(
            p => p.ReplyId, p => new MaterialAttachment(PictureIds.Of(p.ReplyId, p.Number), p.Sha256, p.MediaType, p.AltText, ""));
        return rows.Select(r => Line(r, MaterialKind.Reply, r.Text) with { Attachments = [.. pictures[r.Id]] });
    }

    private static MaterialLine Line(MaterialMessageRow row, MaterialKind kind, IReadOnlyList<MaterialAttachment> attachments) => new()
    {
        Kind = kind,
        Id = row.Id,
        MessageId = row.MessageId,
        ConversationId = row.ConversationId,
        ChannelId = row.ChannelId,
        ContactId = row.ContactId,
        IsPublic = row.Audience == (int)Audience.Public,
        At = row.NetworkTime,
        ReceivedAt = row.ReceivedAt,
        Name = row.DisplayName ?? "",
        Handle = row.Handle ?? "",
        Text = row.Text,
        NetworkId = row.NetworkId,
        Permalink = row.Permalink ?? "",
        Sha256 = row.RawSha256 ?? [],
        Attachments = attachments,
    };

    private static MaterialLine Line(MaterialDeedRow row, MaterialKind kind, string text) => new()
    {
        Kind = kind,
        Id = row.Id,
        ConversationId = row.ConversationId,
        ChannelId = row.ChannelId,
        ActorId = row.ActorId,
        IsPublic = row.Audience == (int)Audience.Public,
        At = row.At,
        Text = text,
        NetworkId = row.NetworkId ?? "",
        Permalink = row.Permalink ?? "",
    };

    /// <summary>SetWaiting: "set waiting". What was added in words stays inside: it may name people.</summary>
    private static string Said(Deed deed)
    {
        var words = new StringBuilder();
        foreach (var letter in deed.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
