using PoliceSocial.Connectors.Sdk;

namespace PoliceSocial.Bluesky;

/// <summary>
/// What may be published. The sizes are part of the network's record format and announced nowhere; whether direct messages can be sent at
/// all is asked.
/// </summary>
internal sealed class Limits(Xrpc xrpc, DirectMessages log)
{
    private const int MostPictures = 4;
    private const long LargestPicture = 2_000_000;
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    public async Task<Outcome<PublishLimits>> ReadAsync(CancellationToken ct)
    {
        var session = await xrpc.DidAsync(ct);
        if (session.Failed)
            return session.Failure.ToReading<PublishLimits>();
        var answer = await xrpc.GetAsync("chat.bsky.convo.listConvos", "limit=1", ct, log.Proxy);
        if (answer.Failure is { Trouble: not (Trouble.SignedOut or Trouble.Refused) } failure)
            return failure.ToReading<PublishLimits>();
        var messages = !answer.Failed;
        return new Outcome<PublishLimits>.Success(new PublishLimits(
            TextLength.Post, messages ? TextLength.PrivateMessage : 0, MostPictures, LargestPicture, Pictures,
            PrivateWindow: null, PrivateUnsolicited: messages));
    }
}
