using System.Security.Cryptography;
using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Conformance;

public abstract partial class ConnectorConformance
{
    /// <summary>Everything arrives, in the order in which it was written.</summary>
    [Fact]
    public async Task Collect_HandsOverEverything_OldestFirst()
    {
        var written = await WriteAsync(3);
        var (items, _) = await CollectAsync(Collects(), null, written.Count);
        Assert.Equal(written, items.Select(item => item.Text).Where(written.Contains));
    }

    /// <summary>Going on from a place brings what came after it, and nothing again.</summary>
    [Fact]
    public async Task Collect_GoingOn_BringsOnlyWhatIsNew()
    {
        var first = await WriteAsync(2);
        var (_, next) = await CollectAsync(Collects(), null, first.Count);
        var second = await WriteAsync(2);
        var (items, last) = await CollectAsync(Collects(), next, second.Count);
        Assert.Equal(second, items.Select(item => item.Text));
        var (none, _) = await CollectAsync(Collects(), last, 0);
        Assert.Empty(none);
    }

    /// <summary>A page that the host could not store comes again, whole.</summary>
    [Fact]
    public async Task Collect_AskedAgainFromTheSamePlace_PassesNothingOver()
    {
        var first = await WriteAsync(1);
        var (_, next) = await CollectAsync(Collects(), null, first.Count);
        var second = await WriteAsync(2);
        var (lost, _) = await CollectAsync(Collects(), next, second.Count);
        var (again, _) = await CollectAsync(Collects(), next, second.Count);
        Assert.Equal(lost.Select(Identity), again.Select(Identity));
    }

    /// <summary>A new version, or a host that was killed, goes on where the last one ended, also when its page was never stored.</summary>
    [Fact]
    public async Task Collect_AfterARestart_GoesOnWhereTheHostEnded()
    {
        var first = await WriteAsync(1);
        var (_, next) = await CollectAsync(Collects(), null, first.Count);
        var second = await WriteAsync(2);
        await CollectAsync(Collects(), next, second.Count);
        await RestartAsync();
        var (items, last) = await CollectAsync(Collects(), next, second.Count);
        Assert.Equal(second, items.Select(item => item.Text));
        await RestartAsync();
        var (none, _) = await CollectAsync(Collects(), last, 0);
        Assert.Empty(none);
    }

    /// <summary>Losing its folder costs a connector neither messages nor the channel.</summary>
    [Fact]
    public async Task Collect_WithoutItsFolder_PassesNothingOver()
    {
        var first = await WriteAsync(1);
        var (_, next) = await CollectAsync(Collects(), null, first.Count);
        foreach (var file in Directory.EnumerateFiles(_channel.Context().StateFolder))
            File.Delete(file);
        await RestartAsync();
        var second = await WriteAsync(1);
        var texts = new HashSet<string>();
        var started = TimeProvider.System.GetTimestamp();
        while (!texts.Contains(second[0]))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Deadline, "What was written after the loss did not come.");
            var (items, last) = await CollectAsync(Collects(), next, 1);
            texts.UnionWith(items.Select(item => item.Text));
            next = last;
        }
    }

    /// <summary>Evidence is what came over the wire: the item's bytes stand in an answer, and the exchange has that answer's hash.</summary>
    [Fact]
    public async Task Collect_KeepsTheBytesAsTheyCame()
    {
        var requests = Requests();
        var written = await WriteAsync(2);
        var pages = await CollectPagesAsync(Collects(), null, written.Count);
        foreach (var page in pages)
        {
            foreach (var item in page.Items)
            {
                var exchange = page.Exchanges[item.Exchange];
                var answer = requests.Seen.FirstOrDefault(seen => SHA256.HashData(seen.Answer).AsSpan().SequenceEqual(exchange.Sha256.Span));
                Assert.NotNull(answer);
                Assert.True(answer.Answer.AsSpan().IndexOf(item.Raw.Span) >= 0, "The item's bytes do not stand in the answer.");
                Assert.True(exchange.Started <= exchange.Finished);
                if (!exchange.Body.IsEmpty)
                    Assert.Equal(exchange.Sha256.ToArray(), SHA256.HashData(exchange.Body.Span));
            }
        }
    }

    private static (string, string, ItemChange) Identity(CollectedItem item) => (item.NetworkId, item.VersionId, item.Change);

    private async Task<IReadOnlyList<string>> WriteAsync(int count)
    {
        var written = new List<string>();
        for (var number = 1; number <= count; number++)
            written.Add(await _subject.WriteAsync(Unique($"message {number}"), Ct));
        return written;
    }

    private async Task<(IReadOnlyList<CollectedItem> Items, string? Next)> CollectAsync(ICollect connector, string? after, int expected)
    {
        var pages = await CollectPagesAsync(connector, after, expected);
        return ([.. pages.SelectMany(page => page.Items)], pages[^1].Next);
    }

    /// <summary>Collects until as much has come as was written, and once more: there must not be more than that.</summary>
    private async Task<IReadOnlyList<CollectedPage>> CollectPagesAsync(ICollect connector, string? after, int expected)
    {
        var pages = new List<CollectedPage>();
        var started = TimeProvider.System.GetTimestamp();
        var isLast = false;
        while (!isLast)
        {
            isLast = pages.Sum(page => page.Items.Count) >= expected;
            var page = Succeeds(await connector.CollectAsync(after, TimeSpan.Zero, Ct));
            pages.Add(page);
            after = page.Next;
            Assert.True(pages.Sum(all => all.Items.Count) <= (2 * expected) + 10, "The same messages come again and again.");
            isLast = isLast && page.Items.Count == 0 && !page.More;
            if (!isLast && page.Items.Count == 0)
            {
                Assert.True(
                    TimeProvider.System.GetElapsedTime(started) < Deadline,
                    $"Of {expected} messages, {pages.Sum(all => all.Items.Count)} came.");
                await Task.Delay(_subject.Lags ? 100 : 1, Ct);
            }
        }
        Assert.All(pages, page => Assert.True((page.Next?.Length ?? 0) <= 4_000));
        return pages;
    }
}
