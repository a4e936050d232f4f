using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Access;

namespace PoliceSocial.Channels.Watch;

/// <summary>One channel: how well it is, what it is made of, and what can be done about it.</summary>
[Authorize(Policy = ChannelPermissions.Read)]
internal sealed class ViewChannel(
    Store<ChannelsModule> store, ChannelBook book, Pulses pulses, IShelf shelf, IPeople people, TestChannel test, ResumeChannel resume, TimeProvider clock)
    : ChannelPage(book, ChannelPermissions.Read)
{
    public static readonly Statement<GapRow> LatestGaps = Statement.Paged<GapRow>(
        "SELECT Id, FromAt, ToAt, Why FROM channels.Gap WHERE ChannelId = @channelId ORDER BY Id DESC");

    public static readonly Statement<StoredSecret> SecretsStored = Statement.Of<StoredSecret>(
        "SELECT Name, StoredAt FROM channels.Secret WHERE OwnerId = @ownerId");

    private readonly ChannelBook _book = book;

    public Reading Reading { get; private set; } = null!;

    public HealthWord Health { get; private set; } = null!;

    public IReadOnlyList<AlarmRow> Alarms { get; private set; } = [];

    public IReadOnlyList<GapRow> Gaps { get; private set; } = [];

    public IReadOnlyList<SettingLine> Settings { get; private set; } = [];

    public ConnectorManifest? Plugin { get; private set; }

    public string? Team { get; private set; }

    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public bool MayManage => Channel.CoveredBy(Person, ChannelPermissions.Manage);

    public bool MayAcknowledge => MayManage || Channel.CoveredBy(Person, ChannelPermissions.Acknowledge);

    public TimeSpan? QuietAfter => Diagnosis.QuietAfter(Channel, Reading);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = await _book.OpenAsync(ct);
        Reading = (await pulses.OfAsync(Channel.Id, ct)).Read();
        Alarms = [.. page.AlarmsOf(Channel.Id)];
        Health = HealthWord.Of(Channel, Reading, Alarms, clock.GetUtcNow());
        Gaps = await store.QueryAsync(LatestGaps, new { channelId = Channel.Id, take = 20 }, ct);
        Plugin = shelf.FindActive(Channel.Row.Connector);
        Settings = SettingLine.Of(Channel, Plugin, await store.QueryAsync(SecretsStored, new { ownerId = Channel.Id }, ct));
        Names = await people.NamesAsync(Alarms.Select(a => a.AcknowledgedBy).OfType<long>(), ct);
        Team = Channel.Row.TeamId is { } team ? (await people.TeamsAsync(ct)).FirstOrDefault(t => t.Id == team)?.Name : null;
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct) => await test.RunAsync(Person, Channel, ct) switch
    {
        TestOutcome.Works => BackWith($"{Channel.Name} works: the network accepts its sign-in."),
        TestOutcome.Fails fails => FailedWith($"{Channel.Name} does not work at present. {fails.Why}"),
        _ => Forbid(),
    };

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => await resume.RunAsync(Person, Channel, ct) switch
    {
        StateOutcome.Done => BackWith($"{Channel.Name} goes on from where it stopped."),
        StateOutcome.NotNow => BackWith($"{Channel.Name} is not paused any more."),
        StateOutcome.NeedsAReason or StateOutcome.NotAllowed => Forbid(),
    };

    private RedirectToPageResult FailedWith(string sentence)
    {
        TempData["Failed"] = sentence;
        return RedirectToPage("/Watch/ViewChannel", new { id = Channel.Id });
    }
}

/// <summary>A stretch of time in which something may have been missed.</summary>
internal sealed record GapRow
{
    public required long Id { get; init; }

    public required DateTimeOffset FromAt { get; init; }

    public required DateTimeOffset ToAt { get; init; }

    public required string Why { get; init; }
}

/// <summary>That a secret is stored, and since when; never the secret.</summary>
internal sealed record StoredSecret
{
    public required string Name { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
