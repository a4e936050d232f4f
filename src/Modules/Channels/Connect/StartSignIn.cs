using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Begins a sign-in on the network's own page: keeps what must survive the round trip, and says where to send the browser.</summary>
internal sealed class StartSignIn(Store<ChannelsModule> store, IShelf shelf, Vault vault, Wirings wirings)
{
    public static readonly ActKind Kind = new("channels.start-sign-in");

    /// <summary>The name that what is kept is sealed under, beside the attempt's secrets.</summary>
    public const string KeptName = "(sign-in)";

    public static readonly Statement Keep = Statement.Of(
        "UPDATE channels.Attempt SET StateHash = @stateHash, Kept = @kept WHERE Id = @id AND StateHash IS NULL");

    public async Task<StartOutcome> RunAsync(Act act, AttemptRow attempt, Uri callback, CancellationToken ct)
    {
        var wiring = wirings.OfTrial(attempt.Id, SettingsText.Read(attempt.Settings));
        var said = await shelf.UseAsync<IAuthorize, AuthorizationStart>(
            attempt.Connector, wiring, (connector, token) => connector.StartAsync(callback, token), ct);
        var start = (said as Outcome<AuthorizationStart>.Success)?.Value;
        var why = start switch
        {
            null => WhyNot(said),
            { Address.IsAbsoluteUri: true, Address.Scheme: "https" or "http", State.Length: > 0 } => null,
            _ => "The plugin gave no usable sign-in page. Tell its supplier.",
        };

        await using var session = await store.BeginAsync(act, ct);
        if (why is not null)
        {
            await SettleAttempt.ForgetAsync(session, attempt.Id, ct);
            session.Raise(new ConnectionTried(attempt.Id, attempt.ReconnectsId, false, null, why.ToSentence()));
            await session.CommitAsync(ct);
            await wirings.ForgetTrialAsync(attempt.Connector, attempt.Id);
            return new StartOutcome.NotStarted(why);
        }

        await session.ExecuteAsync(
            Keep, new { id = attempt.Id, stateHash = HashOf(start!.State), kept = vault.Seal(attempt.Id, KeptName, start.Keep) }, ct);
        session.Raise(new SignInStarted(attempt.Id, attempt.ReconnectsId));
        await session.CommitAsync(ct);
        return new StartOutcome.Started(start.Address);
    }

    public static string HashOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private static string WhyNot(Outcome<AuthorizationStart> said) => said switch
    {
        Outcome<AuthorizationStart>.Retry r => r.Why,
        Outcome<AuthorizationStart>.Reconnect r => r.Why,
        Outcome<AuthorizationStart>.Refused r => r.Why,
        Outcome<AuthorizationStart>.Broken r => r.Why,
        Outcome<AuthorizationStart>.OutcomeUnknown r => r.Why,
        _ => throw new InvalidOperationException("A success is not a reason."),
    };
}

/// <summary>What came of it.</summary>
internal abstract record StartOutcome
{
    public sealed record Started(Uri Address) : StartOutcome;

    public sealed record NotStarted(string Why) : StartOutcome;
}
