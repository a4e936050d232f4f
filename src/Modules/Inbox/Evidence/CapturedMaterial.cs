using System.Runtime.CompilerServices;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Replying.Pictures;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Evidence;

/// <summary>Hands captured material out for evidence, as it is stored, and puts each reading on record.</summary>
internal sealed class CapturedMaterial(Store<InboxModule> store, MediaStore media, Ids ids, TimeProvider clock) : ICapturedMaterial
{
    public static readonly ActKind Kind = new("inbox.read-for-evidence");
    private const int AtOnce = 500;
    private const int OriginalsAtOnce = 200;

    public async Task<IReadOnlyList<MaterialScope>> FindAsync(IReadOnlyList<long> conversations, CancellationToken ct) =>
        [.. (await store.QueryAsync(MaterialStatements.Scopes, new { ids = conversations }, ct)).Select(s => new MaterialScope(s.Id, s.ChannelId, s.TeamId, s.MessageCount))];

    public async Task RecordReadAsync(IReadOnlyList<long> conversations, long personId, string purpose, CancellationToken ct)
    {
        var act = new Act(ids.New(), Kind, new(ActorKind.Person, personId), clock.GetUtcNow(), Purpose: purpose);
        await using var session = await store.BeginAsync(act, ct);
        foreach (var id in conversations)
            session.Raise(new MaterialReadForEvidence(id));
        await session.CommitAsync(ct);
    }

    public async IAsyncEnumerable<MaterialLine> LinesAsync(IReadOnlyList<long> conversations, [EnumeratorCancellation] CancellationToken ct)
    {
        var keys = await KeysAsync(new { ids = conversations, deleted = (int)ItemChange.Deleted }, ct);
        foreach (var part in keys.Chunk(AtOnce))
        {
            foreach (var line in (await new LineLoader(store).LoadAsync(part, ct)).OrderBy(l => l.Id).ThenBy(l => l.Kind))
                yield return line;
        }
    }

    public async IAsyncEnumerable<MaterialOriginal> OriginalsAsync(IReadOnlyList<long> conversations, [EnumeratorCancellation] CancellationToken ct)
    {
        var keys = (await store.QueryAsync(MaterialStatements.ItemKeys, new { ids = conversations }, ct)).Select(k => (k.ExchangeId, k.Id)).Order().ToArray();
        foreach (var part in keys.Chunk(OriginalsAtOnce))
        {
            var rows = await store.QueryAsync(MaterialStatements.Items, new { ids = part.Select(k => k.Id).ToList() }, ct);
            var frames = (await store.QueryAsync(MaterialStatements.Frames, new { ids = part.Select(k => k.ExchangeId).Distinct().ToList() }, ct)).ToDictionary(f => f.Id, f => f.Frame);
            foreach (var row in rows.OrderBy(r => r.ExchangeId).ThenBy(r => r.Id))
                yield return Original(row, frames.GetValueOrDefault(row.ExchangeId));
        }
    }

    public async IAsyncEnumerable<MaterialMedia> MediaAsync(IReadOnlyList<long> conversations, [EnumeratorCancellation] CancellationToken ct)
    {
        var keys = (await store.QueryAsync(MaterialStatements.AttachmentIds, new { ids = conversations }, ct)).Order().ToArray();
        foreach (var part in keys.Chunk(AtOnce))
        {
            foreach (var row in await store.QueryAsync(MaterialStatements.AttachmentsById, new { ids = part }, ct))
            {
                if (row.Sha256 is { } hash)
                    yield return new(row.Id, row.MessageId, row.ContactId, row.FoundType ?? row.ClaimedType, hash, () => media.OpenOriginal(hash));
            }
        }

        foreach (var part in (await store.QueryAsync(MaterialStatements.ReplyIds, new { ids = conversations }, ct)).Order().Chunk(AtOnce))
        {
            foreach (var picture in await store.QueryAsync(ReplyPictureRow.OfReplies, new { ids = part }, ct))
                yield return new(PictureIds.Of(picture.ReplyId, picture.Number), picture.ReplyId, null, picture.MediaType, picture.Sha256, () => media.OpenOriginal(picture.Sha256));
        }
    }

    private static MaterialOriginal Original(MaterialItemRow row, byte[]? frame) => new(
        row.Id, row.MessageId, row.ContactId, row.NetworkId, row.RawType, row.Raw, row.RawSha256, row.ReceivedAt,
        new(row.ExchangeId, row.Request ?? "", row.Status ?? 0, row.Headers ?? "", row.Sha256 ?? [], row.StartedAt ?? row.ReceivedAt, row.FinishedAt ?? row.ReceivedAt) { Frame = frame });

    private async Task<(long Id, MaterialKind Kind)[]> KeysAsync(object scope, CancellationToken ct)
    {
        var keys = new List<(long, MaterialKind)>();
        foreach (var (statement, kind) in ((Statement<long>, MaterialKind)[])
        [
            (MaterialStatements.MessageIds, MaterialKind.Message), (MaterialStatements.EditIds, MaterialKind.Edit), (MaterialStatements.DeletionIds, MaterialKind.Deletion),
            (MaterialStatements.ReplyIds, MaterialKind.Reply), (MaterialStatements.NoteIds, MaterialKind.Note), (MaterialStatements.DeedIds, MaterialKind.Deed),
        ])
        {
            keys.AddRange((await store.QueryAsync(statement, scope, ct)).Select(id => (id, kind)));
        }

        keys.Sort();
        return [.. keys];
    }
}
