using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Quarantine;

/// <summary>Keeps what cannot be stored with the rest: its bytes, untouched, so that nothing which reached us is lost.</summary>
internal sealed class KeepAside(Store<InboxModule> store, ActFactory acts, Ids ids, TimeProvider clock)
{
    public static readonly ActKind Kind = new("inbox.quarantine-item");
    private const int LongestWhy = 1_000;

    public async Task RunAsync(ChannelSummary channel, CollectedItem item, Exception because, CancellationToken ct)
    {
        var raw = item.Raw.ToArray();
        var hash = SHA256.HashData(raw);
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        var row = new QuarantinedRow
        {
            Id = ids.New(),
            ItemKey = RowKey.Of(channel.Id, Convert.ToHexStringLower(hash), ((int)item.Change).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToBytes(),
            ChannelId = channel.Id,
            ReceivedAt = clock.GetUtcNow(),
            RawType = Tidied.Cut(item.RawType, 100),
            Raw = raw,
            RawSha256 = hash,
            Reading = ItemText.Write(item),
            Why = Tidied.Cut($"{because.GetType().Name}: {because.Message}", LongestWhy),
            State = QuarantineState.Waiting,
        };
        if (await session.ExecuteAsync(QuarantineStatements.Insert, row, ct) == 0)
            return;
        session.Raise(new ItemQuarantined(row.Id, channel.Id, Convert.ToBase64String(hash), row.ReceivedAt));
        await session.CommitAsync(ct);
    }
}
