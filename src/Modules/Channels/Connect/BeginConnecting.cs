using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>What somebody filled in to connect an account.</summary>
/// <param name="AttemptId">The attempt's id.</param>
/// <param name="Connector">The connector's plugin.</param>
/// <param name="Values">By setting, the secret ones included.</param>
/// <param name="Reconnects">The channel to sign in again, or null for a new one.</param>
internal sealed record ConnectForm(long AttemptId, string Connector, IReadOnlyDictionary<string, string> Values, Channel? Reconnects)
{
    /// <summary>Never what was filled in: some of it is secret.</summary>
    public override string ToString() => $"{Connector} {AttemptId}";
}

/// <summary>Keeps what somebody filled in, secrets sealed, until the network has said whose account it is.</summary>
internal sealed class BeginConnecting(Store<ChannelsModule> store, Vault vault, IShelf shelf, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.begin-connecting");

    public async Task<BeginOutcome> RunAsync(Act act, ConnectForm form, CancellationToken ct)
    {
        if (shelf.FindActive(form.Connector) is not { } manifest)
            return new BeginOutcome.NoSuchPlugin();
        IReadOnlyList<string> stored = form.Reconnects is { } channel ? await Vault.NamesAsync(store, channel.Id, ct) : [];
        var errors = SettingsCheck.Errors(manifest, form.Values, stored);
        if (errors.Count > 0)
            return new BeginOutcome.NotFilledIn(errors);

        var (settings, secrets) = SettingsCheck.Part(manifest, form.Values);
        await KeepStoredAsync(manifest, form.Reconnects, secrets, ct);
        var attempt = new AttemptRow
        {
            Id = form.AttemptId,
            PersonId = act.Actor.Id,
            Connector = manifest.Id,
            ReconnectsId = form.Reconnects?.Id,
            Settings = SettingsText.Write(settings),
            ExpiresAt = clock.GetUtcNow() + AttemptRow.Lasts,
        };
        await using var session = await store.BeginAsync(act, ct);
        await session.ExecuteAsync(AttemptRow.Add, attempt, ct);
        foreach (var (name, value) in secrets)
            await vault.PutAsync(session, attempt.Id, name, value, ct);
        session.Raise(new ConnectionAttempted(attempt.Id, manifest.Id, attempt.ReconnectsId, [.. secrets.Keys.Order(StringComparer.Ordinal)]));
        await session.CommitAsync(ct);
        return new BeginOutcome.Begun(attempt);
    }

    /// <summary>A secret field that is left empty when signing in again keeps what is stored.</summary>
    private async Task KeepStoredAsync(ConnectorManifest manifest, Channel? channel, Dictionary<string, string> secrets, CancellationToken ct)
    {
        if (channel is null)
            return;
        foreach (var setting in manifest.Settings.Where(s => s.Kind == SettingKind.Secret && !secrets.ContainsKey(s.Name)))
        {
            if (await vault.FindAsync(channel.Id, setting.Name, ct) is { } value)
                secrets[setting.Name] = value;
        }
    }
}

/// <summary>What came of it.</summary>
internal abstract record BeginOutcome
{
    public sealed record Begun(AttemptRow Attempt) : BeginOutcome;

    public sealed record NotFilledIn(IReadOnlyDictionary<string, string> Errors) : BeginOutcome;

    public sealed record NoSuchPlugin : BeginOutcome;
}
