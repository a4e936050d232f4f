using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PoliceSocial.Connectors.Sdk;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Connectors;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Inbox.Attachments;

/// <summary>An attachment that is to be fetched.</summary>
internal sealed record WaitingRow
{
    public required long Id { get; init; }

    public required long ChannelId { get; init; }

    public required long ConversationId { get; init; }

    public required string Reference { get; init; }

    public required string ClaimedType { get; init; }

    public required string AltText { get; init; }

    public long? ClaimedBytes { get; init; }

    public required int Attempts { get; init; }
}

/// <summary>
/// Fetches attachments as soon as their message is stored, before their author can take them away: keeps the original with its
/// hash, looks what it really is, and makes a safe preview.
/// </summary>
internal sealed class FetchAttachments(
    Store<InboxModule> store, IConnectorLines lines, MediaStore media, ActFactory acts, TimeProvider clock, ILogger<FetchAttachments> log)
    : BackgroundService
{
    public static readonly ActKind Kind = new("inbox.fetch-attachment");
    private const int MostBytes = 50_000_000;
    private const int MostAttempts = 8;
    private const int SideBySide = 3;
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly Statement<WaitingRow> Waiting = Statement.Paged<WaitingRow>(
        """
        SELECT a.Id, a.ChannelId, m.ConversationId, a.Reference, a.ClaimedType, a.AltText, a.ClaimedBytes, a.Attempts
        FROM inbox.Attachment AS a JOIN inbox.Message AS m ON m.Id = a.MessageId
        WHERE a.NextAttemptAt <= @now
        ORDER BY a.NextAttemptAt, a.Id
        """);

    private static readonly Statement Save = Statement.Of(
        """
        UPDATE inbox.Attachment
        SET State = @state, Attempts = @attempts, NextAttemptAt = @nextAttemptAt, Problem = @problem, Sha256 = @sha256, Bytes = @bytes,
            FoundType = @foundType, Width = @width, Height = @height, FetchedAt = @fetchedAt
        WHERE Id = @id
        """);

    /// <summary>Fetches those that are due.</summary>
    public async Task FetchAsync(CancellationToken ct)
    {
        var due = await store.QueryAsync(Waiting, new { now = clock.GetUtcNow(), take = 20 }, ct);
        await Parallel.ForEachAsync(
            due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct }, async (row, token) => await TryFetchAsync(row, token));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FetchAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Attachments could not be fetched; it is tried again.");
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One that cannot be kept must not hold up the others.</summary>
    private async Task TryFetchAsync(WaitingRow row, CancellationToken ct)
    {
        try
        {
            await FetchAsync(row, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Attachment {Attachment} could not be kept; it is tried again.", row.Id);
            await PutOffAsync(row, new Outcome<MediaContent>.Broken(e.Message), ct);
        }
    }

    private async Task FetchAsync(WaitingRow row, CancellationToken ct)
    {
        var reference = new MediaReference(row.Reference, row.ClaimedType, row.AltText, row.ClaimedBytes);
        switch (await CallAsync(row.ChannelId, reference, ct))
        {
            // A connector is somebody else's code: what it was asked for is held against what it gave.
            case Outcome<MediaContent>.Success { Value.Bytes.Length: > MostBytes }:
                await GiveUpAsync(row, "it is larger than the 50 MB that are kept", ct);
                break;
            case Outcome<MediaContent>.Success { Value: var content }:
                await KeepAsync(row, content, ct);
                break;
            case Outcome<MediaContent>.Refused refused:
                await GiveUpAsync(row, refused.Why, ct);
                break;
            case var outcome:
                await PutOffAsync(row, outcome, ct);
                break;
        }
    }

    /// <summary>Asks for the file, bounded: one that never comes must not hold up the others. The client that a connector is lent bounds what it can read.</summary>
    private async Task<Outcome<MediaContent>> CallAsync(long channelId, MediaReference reference, CancellationToken ct)
    {
        using var tooLong = new CancellationTokenSource(LongestFetch, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, tooLong.Token);
        try
        {
            return await lines.UseAsync<ICollect, MediaContent>(channelId, (c, token) => c.FetchMediaAsync(reference, MostBytes, token), end.Token)
                .WaitAsync(LongestFetch + ToEnd, clock, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is OperationCanceledException or TimeoutException)
        {
            return new Outcome<MediaContent>.Broken("The network did not hand it over in time.");
        }
    }

    private async Task KeepAsync(WaitingRow row, MediaContent content, CancellationToken ct)
    {
        var sha256 = await media.KeepAsync(content.Bytes, ct);
        var looked = Picture.Look(content.Bytes, row.ClaimedType);
        if (looked.Preview is not null)
            await media.KeepPreviewAsync(sha256, looked.Preview, ct);
        var state = looked.Preview is null ? AttachmentState.Kept : AttachmentState.Shown;
        await SaveAsync(row, state, looked.Problem, sha256, content.Bytes.Length, looked, ct);
    }

    private Task GiveUpAsync(WaitingRow row, string why, CancellationToken ct) =>
        SaveAsync(row, AttachmentState.GivenUp, why.Length <= 900 ? why : why[..900], null, 0, null, ct);

    private async Task SaveAsync(
        WaitingRow row, AttachmentState state, string? problem, byte[]? sha256, long bytes, Looked? looked, CancellationToken ct)
    {
        await using var session = await store.BeginAsync(acts.ByService(Kind), ct);
        await session.ExecuteAsync(Save, new
        {
            id = row.Id,
            state = (int)state,
            attempts = row.Attempts + 1,
            nextAttemptAt = (DateTimeOffset?)null,
            problem,
            sha256,
            bytes,
            foundType = looked?.FoundType,
            width = looked?.Width,
            height = looked?.Height,
            fetchedAt = (DateTimeOffset?)session.Act.At,
        }, ct);
        session.Raise(new AttachmentCaptured(
            row.Id, row.ConversationId, sha256 is null ? null : Convert.ToBase64String(sha256), bytes, looked?.FoundType, problem));
        await session.CommitAsync(ct);
    }

    private async Task PutOffAsync(WaitingRow row, Outcome<MediaContent> outcome, CancellationToken ct)
    {
        if (row.Attempts + 1 >= MostAttempts)
        {
            await GiveUpAsync(row, "the network did not hand it over in eight attempts", ct);
            return;
        }

        var after = outcome is Outcome<MediaContent>.Retry { After: var asked } && asked > TimeSpan.Zero && asked < Longest
            ? asked
            : TimeSpan.FromSeconds(5 << Math.Min(row.Attempts, 8));
        await using var session = await store.BeginBookkeepingAsync("when an attachment is tried again", ct);
        await session.ExecuteAsync(Save, new
        {
            id = row.Id,
            state = (int)AttachmentState.Waiting,
            attempts = row.Attempts + 1,
            nextAttemptAt = (DateTimeOffset?)(clock.GetUtcNow() + after),
            problem = (string?)null,
            sha256 = (byte[]?)null,
            bytes = (long?)null,
            foundType = (string?)null,
            width = (int?)null,
            height = (int?)null,
            fetchedAt = (DateTimeOffset?)null,
        }, ct);
        await session.CommitAsync(ct);
    }
}
