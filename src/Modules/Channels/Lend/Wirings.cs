using System.Collections.Concurrent;
using System.Globalization;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Lend;

/// <summary>Puts together what a channel's connector is made from.</summary>
internal sealed class Wirings(Vault vault, StoreSecret store, Pulses pulses, IShelf shelf, TimeProvider clock, DataFolder data)
{
    /// <summary>The revision of an attempt, before it is a channel; a channel's begin at 1.</summary>
    public const long OfAttempt = 0;

    private readonly ConcurrentDictionary<long, ChannelWiring> _made = new();
    private readonly string _folder = data.Sub("channels");

    public async ValueTask<ChannelWiring> OfAsync(Channel channel, CancellationToken ct) =>
        _made.TryGetValue(channel.Id, out var made) && made.Revision == channel.Row.Revision
            ? made
            : _made[channel.Id] = Make(channel.Id, channel.Row.Revision, channel.Settings, await pulses.OfAsync(channel.Id, ct));

    /// <summary>For an account that is not a channel (yet): it has no health to report.</summary>
    public ChannelWiring OfTrial(long id, IReadOnlyDictionary<string, string> settings) => Make(id, OfAttempt, settings, null);

    /// <summary>An attempt is over: its connector ends, and whatever that left on disk goes.</summary>
    public async Task ForgetTrialAsync(string connector, long id)
    {
        await shelf.ReleaseAsync(connector, id);
        var folder = FolderOf(id);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private ChannelWiring Make(long id, long revision, IReadOnlyDictionary<string, string> settings, Pulse? pulse)
    {
        var folder = FolderOf(id);
        Directory.CreateDirectory(folder);
        return new(id, revision, settings, new ChannelSecrets(id, revision, vault, store), folder, sign => Note(pulse, sign));
    }

    private void Note(Pulse? pulse, ChannelSign sign)
    {
        switch (sign)
        {
            case ChannelSign.Budget budget:
                pulse?.Note(budget, clock.GetUtcNow());
                break;
            case ChannelSign.Gap gap:
                pulse?.Gaps.Put(gap);
                break;
        }
    }

    private string FolderOf(long id) => Path.Combine(_folder, id.ToString(CultureInfo.InvariantCulture));
}
