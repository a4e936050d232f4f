using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Rehearsal.Script;
using PoliceSocial.Rehearsal.Play;

namespace PoliceSocial.Rehearsal.Collect;

/// <summary>Reads a line of the network as the host wants to have it.</summary>
internal static class ItemOf
{
    public static CollectedItem Line(Entry entry, ReadOnlyMemory<byte> raw) => new()
    {
        NetworkId = entry.Id!,
        VersionId = entry.Version ?? "",
        Change = entry.Kind switch
        {
            EntryKind.Edited => ItemChange.Edited,
            EntryKind.Deleted => ItemChange.Deleted,
            _ => ItemChange.Created,
        },
        Kind = entry.Message switch
        {
            MessageKind.Comment => ItemKind.Comment,
            MessageKind.Quote => ItemKind.Quote,
            MessageKind.Private => ItemKind.PrivateMessage,
            _ => ItemKind.Mention,
        },
        Author = Profile(entry.Author!),
        FromChannel = entry.Author!.Key == Scenario.Force,
        Text = entry.Text ?? "",
        Language = entry.Language,
        NetworkTime = entry.At,
        ThreadId = entry.Thread!,
        InReplyTo = entry.InReplyTo,
        OnPost = entry.On is { } on && on.Id != entry.Id
            ? new NetworkPost(on.Id, on.Text, Profile(on.Author), on.Author.Key == Scenario.Force, on.At)
            : null,
        Media = [.. (entry.Media ?? []).Select(m => new MediaReference(m.Reference, m.Type, m.Description))],
        ReplyHandle = entry.Handle ?? "",
        Raw = raw,
        Exchange = 0,
    };

    private static NetworkProfile Profile(Account account) => new(account.Id, account.Handle, account.Name);
}
