using PoliceSocial.Channels.Lend;
using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Connect;

/// <summary>Takes the network's word on whose account an attempt signs in to, and decides whether it may go on.</summary>
internal sealed class SettleAttempt(Store<ChannelsModule> store, Wirings wirings, ChannelBook book)
{
    public static readonly Statement Accept = Statement.Of(
        """
        UPDATE channels.Attempt
        SET AccountId = @AccountId, Handle = @Handle, DisplayName = @DisplayName, CredentialExpires = @CredentialExpires
        WHERE Id = @Id
        """);

    public async Task<TryOutcome> RunAsync(Act act, AttemptRow attempt, Outcome<ChannelIdentity> said, CancellationToken ct)
    {
        var page = await book.OpenAsync(ct);
        var outcome = said is Outcome<ChannelIdentity>.Success success
            ? Judge(page, attempt with
            {
                AccountId = success.Value.NetworkId,
                Handle = Clip.To(success.Value.Handle, 400),
                DisplayName = Clip.To(success.Value.DisplayName, 400),
                CredentialExpires = success.Value.CredentialExpires,
            })
            : new TryOutcome.NotAccepted(Why(said));

        await using var session = await store.BeginAsync(act, ct);
        if (outcome is TryOutcome.Accepted accepted)
            await session.ExecuteAsync(Accept, accepted.Attempt, ct);
        else
            await ForgetAsync(session, attempt.Id, ct);
        var accountId = (said as Outcome<ChannelIdentity>.Success)?.Value.NetworkId;
        session.Raise(new ConnectionTried(attempt.Id, attempt.ReconnectsId, outcome is TryOutcome.Accepted, accountId, outcome.WhyNot?.ToSentence()));
        await session.CommitAsync(ct);
        if (outcome is not TryOutcome.Accepted)
            await wirings.ForgetTrialAsync(attempt.Connector, attempt.Id);
        return outcome;
    }

    public static async Task ForgetAsync(Session session, long attemptId, CancellationToken ct)
    {
        await session.ExecuteAsync(AttemptRow.Remove, new { id = attemptId }, ct);
        await session.ExecuteAsync(Vault.RemoveAll, new { ownerId = attemptId }, ct);
    }

    private static TryOutcome Judge(BookPage page, AttemptRow attempt)
    {
        if (attempt.AccountId!.Length is 0 or > 400)
            return new TryOutcome.NotAccepted("The network gave no usable identifier for the account. Nothing was kept. Tell the plugin's supplier.");
        if (attempt.ReconnectsId is { } id && page.Find(id) is { } renewed)
        {
            return string.Equals(renewed.Row.AccountId, attempt.AccountId, StringComparison.Ordinal)
                ? new TryOutcome.Accepted(attempt)
                : new TryOutcome.AnotherAccount(attempt.Handle!, renewed);
        }

        return Existing(page, attempt.Connector, attempt.AccountId) is { } channel
            ? new TryOutcome.AlreadyAChannel(channel)
            : new TryOutcome.Accepted(attempt);
    }

    /// <summary>The channel that a real account is already; a rehearsal's invented account may be several.</summary>
    public static Channel? Existing(BookPage page, string connector, string accountId) => page.ByName.FirstOrDefault(c =>
        !c.Row.Rehearsal && string.Equals(c.Row.Connector, connector, StringComparison.Ordinal) && string.Equals(c.Row.AccountId, accountId, StringComparison.Ordinal));

    private static string Why(Outcome<ChannelIdentity> said) => said switch
    {
        Outcome<ChannelIdentity>.Retry r => $"The network asked us to wait {Watch.Words.Duration(r.After)} and try again: {r.Why}",
        Outcome<ChannelIdentity>.Reconnect r => $"The network did not accept the sign-in: {r.Why}",
        Outcome<ChannelIdentity>.Refused r => $"The network said no: {r.Why}",
        Outcome<ChannelIdentity>.Broken r => $"The network’s answer could not be understood: {r.Why}",
        Outcome<ChannelIdentity>.OutcomeUnknown r => $"The network did not answer in time: {r.Why}",
        _ => throw new InvalidOperationException("A success is not a reason."),
    };
}
