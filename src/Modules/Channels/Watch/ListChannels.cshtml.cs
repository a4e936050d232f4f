using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Watch;

/// <summary>All channels that the person may see, and how well each is.</summary>
[Authorize(Policy = ChannelPermissions.Read)]
internal sealed class ListChannels(Store<ChannelsModule> store, ChannelBook book, Pulses pulses, IShelf shelf, TimeProvider clock) : PageModel
{
    public static readonly TimeSpan GapsShown = TimeSpan.FromDays(30);

    public static readonly Statement<GapCount> CountGaps = Statement.Of<GapCount>(
        "SELECT ChannelId, COUNT(*) AS Gaps FROM channels.Gap WHERE NoticedAt > @since GROUP BY ChannelId");

    public IReadOnlyList<ChannelLine> Lines { get; private set; } = [];

    public bool MayConnect { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = HttpContext.Person();
        MayConnect = person.Grants.Where(ChannelPermissions.Manage).Everywhere;
        var gaps = (await store.QueryAsync(CountGaps, new { since = Now - GapsShown }, ct)).ToDictionary(g => g.ChannelId, g => g.Gaps);
        var page = await book.OpenAsync(ct);
        var lines = new List<ChannelLine>();
        foreach (var channel in page.ByName.Where(c => c.CoveredBy(person, ChannelPermissions.Read)))
        {
            var reading = (await pulses.OfAsync(channel.Id, ct)).Read();
            lines.Add(new(
                channel, reading, HealthWord.Of(channel, reading, [.. page.AlarmsOf(channel.Id)], Now),
                gaps.GetValueOrDefault(channel.Id), shelf.FindActive(channel.Row.Connector) is null));
        }

        Lines = lines;
    }
}

/// <summary>One channel in the list.</summary>
internal sealed record ChannelLine(Channel Channel, Reading Reading, HealthWord Health, int Gaps, bool PluginGone)
{
    /// <summary>The limit of which least is left.</summary>
    public BudgetRow? TightestBudget => Reading.Budgets.Where(b => b.Most > 0).MinBy(b => (double)b.Remaining / b.Most);
}

/// <summary>How often a channel may have missed something lately.</summary>
internal sealed record GapCount
{
    public required long ChannelId { get; init; }

    public required int Gaps { get; init; }
}
