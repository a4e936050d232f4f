using Microsoft.Data.Sqlite;
using PoliceSocial.Audit.Signing;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Evidence;
using PoliceSocial.Evidence.Exporting;
using PoliceSocial.Inbox.Attachments;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Platform.Access;

namespace PoliceSocial.Bench.Bags;

/// <summary>A store with one long conversation and one full of pictures, captured by the intake and in the ledger.</summary>
internal static class FilledCase
{
    public const string Text = "text";
    public const string Media = "media";
    private const int Page = 100;
    private static readonly ChannelSummary Channel = new(1, "bench", "Bench", "force.example", "Bench", ChannelState.Connected, false, false, false, null);
    private static readonly Person Officer = new(1, "Officer", 1, "", new([(EvidencePermissions.Export, Reach.All), (EvidencePermissions.Read, Reach.All)]));

    public static async Task<Force> OpenAsync(string folder, int messages, int images, int imageBytes, CancellationToken ct)
    {
        var force = await Force.OpenAsync(folder, ct);
        await force.StartAsync(true, ct);
        var corpus = new Corpus(3);
        await TakeAsync(force, [.. corpus.Take(0, messages, 1).Select(i => In(i, Text))], ct);
        await TakeAsync(force, [.. corpus.Take(messages, images, 1).Select(i => In(i, Media) with { Media = [new(i.NetworkId, "image/jpeg", "A picture")] })], ct);
        await KeepAsync(force, imageBytes, ct);
        await force.SequencedAsync(ct);
        await force.Get<SignCheckpoint>().HandleAsync(ct);
        return force;
    }

    public static async Task<long> OrderAsync(Force force, IReadOnlyList<string> threads, CancellationToken ct)
    {
        var command = new RequestExportCommand([.. threads.Select(t => ConversationOf(force, t))], "The benchmark", "none: invented", "to measure", "", true, []);
        return await force.Get<RequestExport>().HandleAsync(Officer, command, ct) ?? throw new InvalidOperationException("The conversation is not there.");
    }

    private static CollectedItem In(CollectedItem item, string thread) =>
        item with { Kind = ItemKind.PrivateMessage, ThreadId = thread, InReplyTo = null, Author = new(thread, $"{thread}.example", thread) };

    private static async Task TakeAsync(Force force, List<CollectedItem> items, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var page in items.Chunk(Page))
        {
            var exchange = new Exchange("GET https://bench.example/feed?cursor=1", 200, "Date: today", new byte[32], now, now);
            await force.Get<Intake>().TakeAsync(Channel, new(page, [exchange], null, false), ct);
        }
    }

    /// <summary>Puts the pictures where the service would have put them, without a network to fetch them from.</summary>
    private static async Task KeepAsync(Force force, int bytes, CancellationToken ct)
    {
        await using var store = Open(force);
        var ids = new List<long>();
        await using (var read = store.CreateCommand())
        {
            read.CommandText = "SELECT Id FROM Attachment";
            await using var rows = await read.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                ids.Add(rows.GetInt64(0));
        }

        var chance = new Random(5);
        var picture = new byte[bytes];
        foreach (var id in ids)
        {
            chance.NextBytes(picture);
            await using var write = store.CreateCommand();
            write.CommandText = "UPDATE Attachment SET State = 3, Sha256 = @hash, Bytes = @bytes, FoundType = 'image/jpeg', NextAttemptAt = NULL WHERE Id = @id";
            write.Parameters.AddWithValue("@hash", await force.Get<MediaStore>().KeepAsync(picture, ct));
            write.Parameters.AddWithValue("@bytes", bytes);
            write.Parameters.AddWithValue("@id", id);
            await write.ExecuteNonQueryAsync(ct);
        }
    }

    private static long ConversationOf(Force force, string thread)
    {
        using var store = Open(force);
        using var read = store.CreateCommand();
        read.CommandText = "SELECT Id FROM Conversation WHERE ThreadId = @thread";
        read.Parameters.AddWithValue("@thread", thread);
        return (long)read.ExecuteScalar()!;
    }

    private static SqliteConnection Open(Force force)
    {
        var store = new SqliteConnection($"Data Source={Path.Combine(force.Folder, "store", "inbox.db")};Pooling=False;Default Timeout=30");
        store.Open();
        return store;
    }
}
