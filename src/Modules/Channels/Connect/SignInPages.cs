using System.Collections.Concurrent;
using PoliceSocial.Channels.Lend;

namespace PoliceSocial.Channels.Connect;

/// <summary>Whether a connector can sign in on the network's own page. Asked of the plugin once for each version.</summary>
internal sealed class SignInPages(IShelf shelf, Wirings wirings)
{
    /// <summary>Belongs to no channel: the connector is only looked at, and nothing is asked of it.</summary>
    private const long NoChannel = 0;

    private readonly ConcurrentDictionary<(string Id, string Version), bool> _known = new();

    public async ValueTask<bool> HasAsync(ConnectorManifest manifest, CancellationToken ct)
    {
        if (_known.TryGetValue((manifest.Id, manifest.Version), out var known))
            return known;
        var settings = manifest.Settings.Where(s => s.Kind != SettingKind.Secret && (s.Required || s.Default is not null))
            .ToDictionary(s => s.Name, s => s.Default ?? "", StringComparer.Ordinal);
        var said = await shelf.UseAsync<IAuthorize, bool>(
            manifest.Id, wirings.OfTrial(NoChannel, settings), (_, _) => Task.FromResult<Outcome<bool>>(new Outcome<bool>.Success(true)), ct);

        await wirings.ForgetTrialAsync(manifest.Id, NoChannel);

        // One that cannot be made from empty settings may still be able to: the button then says what is wrong.
        return said switch
        {
            Outcome<bool>.Success => _known[(manifest.Id, manifest.Version)] = true,
            Outcome<bool>.Refused => _known[(manifest.Id, manifest.Version)] = false,
            Outcome<bool>.Broken => true,
            _ => false,
        };
    }
}
