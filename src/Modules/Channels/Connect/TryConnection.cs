using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Asks the network whose account the filled-in sign-in is.</summary>
internal sealed class TryConnection(IShelf shelf, Wirings wirings, SettleAttempt settle, TimeProvider clock)
{
    public static readonly ActKind Kind = new("channels.try-connection");
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    public async Task<TryOutcome> RunAsync(Act act, AttemptRow attempt, CancellationToken ct)
    {
        var wiring = wirings.OfTrial(attempt.Id, SettingsText.Read(attempt.Settings));
        using var tooLong = new CancellationTokenSource(Within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, ct);
        Outcome<ChannelIdentity> said;
        try
        {
            said = await shelf.UseAsync<IConnector, ChannelIdentity>(attempt.Connector, wiring, (connector, token) => connector.CheckAsync(token), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            said = new Outcome<ChannelIdentity>.OutcomeUnknown($"nothing came within {Within.TotalSeconds} seconds.");
        }

        return await settle.RunAsync(act, attempt, said, ct);
    }
}
