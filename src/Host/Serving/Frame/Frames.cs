using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PoliceSocial.Contracts.Access;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Publishing;
using PoliceSocial.Host.Pages;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Live;
using PoliceSocial.Platform.Modules;
using PoliceSocial.Platform.Pages;

namespace PoliceSocial.Host.Serving.Frame;

/// <summary>The force that runs this installation; the section <c>Force</c> of the configuration.</summary>
internal sealed class ForceOptions
{
    public const string Section = "Force";

    /// <summary>Its name, as its staff say it.</summary>
    public string Name { get; set; } = "PoliceSocial";

    /// <summary>Whom staff tell about what they cannot use, as a name, an address or a number.</summary>
    public string? AccessibilityContact { get; set; }
}

/// <summary>Gathers the frame around a page from what the modules say, as the person who asks may see it.</summary>
internal sealed class Frames(
    ModuleList modules, IEnumerable<IAlarmSource> alarms, IEnumerable<ICountSource> counts, IChannels channels, IEnumerable<IChannelHealth> health,
    IPublishingPause pauses, IPeople people, IOptions<ForceOptions> force, IStringLocalizer<HostWords> words, ILogger<Frames> log) : IFrames
{
    public async ValueTask<Platform.Pages.Frame> ForAsync(HttpContext http, CancellationToken ct)
    {
        var mark = await MarkAsync(ct);
        if (http.PersonOrNone() is not { } person)
            return Platform.Pages.Frame.Bare(force.Value.Name, mark);
        var numbers = await CountsAsync(person, ct);
        return new(
            force.Value.Name, mark, [.. Places(person, numbers)], new(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), person.Name, OwnPages(), "/sign-out"),
            await HealthAsync(person, ct), await PauseAsync(ct), await AlarmsAsync(person, ct));
    }

    /// <summary>All alarms for a person; a source that fails is left out and logged, so that a page still shows.</summary>
    public async Task<IReadOnlyList<RaisedAlarm>> AlarmsAsync(Person person, CancellationToken ct)
    {
        var all = new List<RaisedAlarm>();
        foreach (var source in alarms)
            all.AddRange(await TryAsync(() => source.AlarmsAsync(person, ct), []));
        return [.. all.OrderByDescending(a => a.Since)];
    }

    /// <summary>The name of the person who acknowledged an alarm that is no longer raised, or null where it is over by itself.</summary>
    public async Task<string?> WhoAcknowledgedAsync(RaisedAlarm alarm, CancellationToken ct)
    {
        foreach (var source in alarms)
        {
            if (await TryAsync(() => source.WhoAcknowledgedAsync(alarm, ct), null) is { } id)
                return (await TryAsync(() => people.NamesAsync([id], ct), new Dictionary<long, string>())).GetValueOrDefault(id, "A colleague");
        }

        return null;
    }

    /// <summary>All counts for a person.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Person person, CancellationToken ct)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in counts)
        {
            foreach (var (name, value) in await TryAsync(() => source.CountsAsync(person, ct), new Dictionary<string, int>()))
                all[name] = value;
        }

        return all;
    }

    private IEnumerable<NavigationEntry> Places(Person person, IReadOnlyDictionary<string, int> numbers) => modules.Modules
        .SelectMany(m => m.Navigation).Where(p => person.Grants.Allows(p.Permission)).OrderBy(p => p.Order)
        .Select(p => new NavigationEntry(Label(p), p.Address, p.Icon, p.Count, p.Count is null ? 0 : numbers.GetValueOrDefault(p.Count)));

    private IReadOnlyList<FrameLink> OwnPages() => [new(words["YourAccount"], "/account"), new(words["YourSessions"], "/account/sessions")];

    /// <summary>Its label in the chosen language; the module's own where nobody has translated it.</summary>
    private string Label(NavigationPlace place) => words[$"Place {place.Address}"] is { ResourceNotFound: false } known ? known.Value : place.Label;

    /// <summary>An installation all of whose channels are exercises is one.</summary>
    private async Task<ServiceMark> MarkAsync(CancellationToken ct)
    {
        var all = await TryAsync(() => channels.AllAsync(ct), []);
        return all.Count > 0 && all.All(c => c.Rehearsal) ? ServiceMark.Rehearsal : ServiceMark.Official;
    }

    private async Task<ChannelHealth?> HealthAsync(Person person, CancellationToken ct)
    {
        if (health.FirstOrDefault() is not { } channelHealth || !person.Grants.Allows("channels.read"))
            return null;
        var (quiet, down) = await TryAsync(() => channelHealth.CountAsync(ct), (0, 0));
        return new(quiet, down, "/channels");
    }

    /// <summary>Everybody is told, whatever their role: what they send does not go out.</summary>
    private async Task<PublishingPause?> PauseAsync(CancellationToken ct)
    {
        if (await TryAsync(() => pauses.CurrentAsync(ct), null) is not { } pause)
            return null;
        var names = await TryAsync(() => people.NamesAsync([pause.By], ct), new Dictionary<long, string>());
        return new(names.GetValueOrDefault(pause.By, words["AColleague"]), pause.Since, pause.Address);
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> ask, T otherwise)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Part of the frame could not be read and is left out.");
            return otherwise;
        }
    }
}
