using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Host.Shelf;

/// <summary>Tries a new version on the channels it will have, while the old one goes on working.</summary>
internal sealed class Trial(IChannelDesk desk, ShelfOptions options, ILogger<Trial> log)
{
    /// <summary>
    /// Says what in a health check speaks against the plugin itself. A network that is down or a credential that has run out does
    /// not: the old version would fare no better.
    /// </summary>
    public static string? FaultIn(Outcome<ChannelIdentity> check) => check switch
    {
        Outcome<ChannelIdentity>.Broken b => b.Why,
        Outcome<ChannelIdentity>.OutcomeUnknown u => u.Why,
        _ => null,
    };

    /// <summary>The first fault as a sentence, or null.</summary>
    public async Task<string?> FindFaultAsync(LoadedVersion version, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(options.TrialFor);
        try
        {
            foreach (var channel in await desk.TrialsAsync(version.Manifest.Id, time.Token))
            {
                if (await FindFaultAsync(version, channel, time.Token) is { } fault)
                    return fault;
            }

            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"It did not finish its trial within {options.TrialFor.TotalSeconds:0} s. Try again, or ask the supplier.";
        }
    }

    private async Task<string?> FindFaultAsync(LoadedVersion version, ChannelSettings channel, CancellationToken ct)
    {
        var lent = version.TryEnter(channel) ?? throw new InvalidOperationException($"{version.Version} was closed during its trial.");
        var call = new ConnectorCall<IConnector, string>(version, lent, async (connector, token) =>
            new Outcome<string>.Success(await desk.FindFaultAsync(version.Manifest, channel, connector, token) ?? ""), options, log);
        return await call.RunAsync(ct) switch
        {
            Outcome<string>.Success { Value: "" } => null,
            Outcome<string>.Success(var fault) => $"It failed its trial: {fault}",
            Outcome<string>.Broken(var why) => $"It failed its trial. {why}",
            _ => "It failed its trial.",
        };
    }
}
