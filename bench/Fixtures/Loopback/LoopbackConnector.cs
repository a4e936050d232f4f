using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Loopback;

/// <summary>
/// One channel's line to its account in the benchmark's network. It publishes what it is told, once for each call: no key is looked at.
/// </summary>
internal sealed class LoopbackConnector(ConnectorContext context) : IConnector, ICollect, IPublish
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(1);
    private readonly Uri _service = new(context.Settings["service"] + "/");

    public async Task<Outcome<ChannelIdentity>> CheckAsync(CancellationToken ct)
    {
        var account = await context.Http.GetFromJsonAsync(new Uri(_service, "account"), WireJson.Default.WireAccount, ct);
        return new Outcome<ChannelIdentity>.Success(new(account!.Id, account.Handle, account.Name));
    }

    public async Task<Outcome<CollectedPage>> CollectAsync(string? after, TimeSpan patience, CancellationToken ct)
    {
        var address = new Uri(_service, string.Create(CultureInfo.InvariantCulture, $"items?after={after ?? "0"}&wait={(int)patience.TotalMilliseconds}"));
        var started = context.Clock.GetUtcNow();
        try
        {
            var body = await context.Http.GetByteArrayAsync(address, ct);
            var page = JsonSerializer.Deserialize(body, WireJson.Default.WirePage)!;
            var exchange = new Exchange($"GET {address.PathAndQuery}", 200, "", SHA256.HashData(body), started, context.Clock.GetUtcNow());
            return new Outcome<CollectedPage>.Success(new([.. page.Items.Select(ToItem)], [exchange], page.Next.ToString(CultureInfo.InvariantCulture), page.More));
        }
        catch (HttpRequestException e)
        {
            return new Outcome<CollectedPage>.Retry(TimeSpan.FromSeconds(1), e.Message);
        }
    }

    public Task<Outcome<MediaContent>> FetchMediaAsync(MediaReference media, long maximum, CancellationToken ct) =>
        Task.FromResult<Outcome<MediaContent>>(new Outcome<MediaContent>.Refused("This network has no media."));

    public Task<Outcome<PublishLimits>> ReadLimitsAsync(CancellationToken ct) => Task.FromResult<Outcome<PublishLimits>>(
        new Outcome<PublishLimits>.Success(new(500, 1_000, 0, 0, [], null, PrivateUnsolicited: false)));

    public int CountLength(string text) => text.Length;

    public async Task<Outcome<Published>> PublishAsync(Outbound outbound, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(LongestCall, context.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            var post = new WirePost(outbound.Key, outbound.Text, outbound.InReplyTo);
            using var answer = await context.Http.PostAsJsonAsync(new Uri(_service, "posts"), post, WireJson.Default.WirePost, end.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => new Outcome<Published>.Success(await ReadAsync(answer, end.Token)),
                HttpStatusCode.TooManyRequests => new Outcome<Published>.Retry(TimeSpan.FromSeconds(1), "The network takes no more just now."),
                var status => new Outcome<Published>.OutcomeUnknown($"The network answered {(int)status}."),
            };
        }
        catch (HttpRequestException e)
        {
            return new Outcome<Published>.OutcomeUnknown(e.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Outcome<Published>.OutcomeUnknown("The network did not answer within a second.");
        }
    }

    public async Task<Outcome<Sighting>> FindAsync(Outbound outbound, CancellationToken ct)
    {
        using var answer = await context.Http.GetAsync(new Uri(_service, $"posts/{Uri.EscapeDataString(outbound.Key)}"), ct);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => new Outcome<Sighting>.Success(new(await ReadAsync(answer, ct))),
            HttpStatusCode.NotFound => new Outcome<Sighting>.Success(new(null)),
            var status => new Outcome<Sighting>.Retry(TimeSpan.FromSeconds(1), $"The network answered {(int)status}."),
        };
    }

    public Task<Outcome<Deleted>> DeleteAsync(string networkId, CancellationToken ct) =>
        Task.FromResult<Outcome<Deleted>>(new Outcome<Deleted>.Refused("This network deletes nothing."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Published> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        var published = JsonSerializer.Deserialize(body, WireJson.Default.WirePublished)!;
        return new(published.Id, null, DateTimeOffset.FromUnixTimeMilliseconds(published.At), body);
    }

    private static CollectedItem ToItem(WireItem item) => new()
    {
        NetworkId = item.Id,
        VersionId = "1",
        Change = ItemChange.Created,
        Kind = ItemKind.Comment,
        Author = new(item.AuthorId, item.Handle, item.Handle),
        Text = item.Text,
        NetworkTime = DateTimeOffset.FromUnixTimeMilliseconds(item.At),
        ThreadId = item.ThreadId,
        ReplyHandle = item.Id,
        Raw = JsonSerializer.SerializeToUtf8Bytes(item, WireJson.Default.WireItem),
        Exchange = 0,
    };
}
