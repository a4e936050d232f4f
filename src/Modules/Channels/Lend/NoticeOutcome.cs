using PoliceSocial.Channels.Model;

namespace PoliceSocial.Channels.Lend;

/// <summary>Takes from the outcome of a call what it shows of the channel's health.</summary>
internal sealed class NoticeOutcome(LoseCredential lose, NoticeGaps gaps, NoticeHandle handle, TimeProvider clock)
{
    public async Task<Outcome<T>> RunAsync<T>(Channel channel, Pulse pulse, Outcome<T> outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case Outcome<T>.Success { Value: ChannelIdentity identity } when !string.Equals(identity.NetworkId, channel.Row.AccountId, StringComparison.Ordinal):
                outcome = new Outcome<T>.Reconnect(
                    $"The stored sign-in now belongs to @{identity.Handle}, another account. Nothing is collected or published until somebody signs in as @{channel.Row.Handle}.");
                pulse.Answered(now);
                break;
            case Outcome<T>.Success success:
                pulse.Answered(now);
                await NoticeValueAsync(channel, pulse, success.Value, now, ct);
                return outcome;
            case Outcome<T>.Refused:
                pulse.Answered(now);
                return outcome;
            case Outcome<T>.Reconnect:
                pulse.Answered(now);
                break;
            case Outcome<T>.Retry retry:
                pulse.AskedToWait(now, retry.After, retry.Why.ToSentence());
                return outcome;
            case Outcome<T>.Broken broken:
                pulse.MadeNoSense(now, broken.Why.ToSentence());
                return outcome;
            case Outcome<T>.OutcomeUnknown unknown:
                pulse.Failed(now, unknown.Why.ToSentence());
                return outcome;
        }

        await lose.RunAsync(channel, ((Outcome<T>.Reconnect)outcome).Why, ct);
        return outcome;
    }

    private async Task NoticeValueAsync<T>(Channel channel, Pulse pulse, T value, DateTimeOffset now, CancellationToken ct)
    {
        switch (value)
        {
            case CollectedPage page:
                if (page.Items.Count > 0)
                    pulse.EventsCame(now, page.Items.Count);
                // Before the page is stored: should the service die between the two, the page comes again, and the gap with it.
                await gaps.RunAsync(pulse, ct);
                break;
            case ChannelIdentity identity:
                pulse.CredentialLasts(identity.CredentialExpires);
                await handle.RunAsync(channel, identity.Handle, ct);
                break;
        }
    }
}
