using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>
/// Where other forces offer incidents and answer our offers, signed under the secret that we share (docs/incident-handover.md). A
/// stranger learns no more than that the door is closed; each is recorded.
/// </summary>
internal sealed class OfferEndpoints(Destinations destinations, SignedRequest signed, TakeOffer take, TakeAnswer takeAnswer, TurnAway away)
{
    public const int MostBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/hooks/incidents/{peer}", (string peer, HttpContext http, OfferEndpoints door, CancellationToken ct) =>
            door.OfferAsync(peer, http, ct)).AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/hooks/incidents/{peer}/answers", (string peer, HttpContext http, OfferEndpoints door, CancellationToken ct) =>
            door.AnswerAsync(peer, http, ct)).AllowAnonymous().DisableAntiforgery();
    }

    private async Task<IResult> OfferAsync(string key, HttpContext http, CancellationToken ct)
    {
        var (peer, body, refusal) = await LetInAsync(key, http, ct);
        if (refusal is not null)
            return refusal;
        var idempotency = http.Request.Headers["Idempotency-Key"].ToString();
        return await take.HandleAsync(peer!, Way.Webhook, body, idempotency.Length > 0 ? idempotency : null, ct) switch
        {
            Taken.Here here => Say(here.Answer.Says == Says.Received ? StatusCodes.Status202Accepted : StatusCodes.Status200OK, here.Answer),
            Taken.Unfit unfit => Refuse(StatusCodes.Status422UnprocessableEntity, unfit.Words),
            var other => throw new InvalidOperationException($"There is no answer to {other.GetType().Name}."),
        };
    }

    private async Task<IResult> AnswerAsync(string key, HttpContext http, CancellationToken ct)
    {
        var (peer, body, refusal) = await LetInAsync(key, http, ct);
        if (refusal is not null)
            return refusal;
        return await takeAnswer.HandleAsync(peer!, Encoding.UTF8.GetString(body), ct) switch
        {
            AnswerTaken.Taken => Say(StatusCodes.Status200OK, new(Says.Received, null, null)),
            AnswerTaken.Unknown => Refuse(StatusCodes.Status404NotFound, "We offered you nothing of that id"),
            AnswerTaken.GivenUp => Refuse(StatusCodes.Status409Conflict, "We gave that offer up; ring us"),
            AnswerTaken.Nonsense => Refuse(StatusCodes.Status422UnprocessableEntity, "That is no answer: name handover, status, and reference or reason"),
        };
    }

    /// <summary>Who it is and what they sent; or how they are turned away, which is recorded.</summary>
    private async Task<(Destination? Peer, byte[] Body, IResult? Refusal)> LetInAsync(string key, HttpContext http, CancellationToken ct)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (destinations.Find(key) is not { Peer: true, TheirSecret.Length: > 0 } peer)
        {
            await away.RecordAsync(null, "Unknown", address, ct);
            return (null, [], Refuse(StatusCodes.Status401Unauthorized, "The signature is not that of a service that we know"));
        }

        if (await ReadAsync(http, ct) is not { } body)
        {
            await away.RecordAsync(peer.Key, "TooLarge", address, ct);
            return (null, [], Refuse(StatusCodes.Status413PayloadTooLarge, $"A document has {MostBytes} bytes at most"));
        }

        var headers = http.Request.Headers;
        if (signed.Check(peer.TheirSecret, headers["X-PoliceSocial-Timestamp"], headers["X-PoliceSocial-Signature"], body) is not { } distrust)
            return (peer, body, null);
        await away.RecordAsync(peer.Key, distrust.ToString(), address, ct);
        return (null, [], distrust switch
        {
            Distrust.TooOld => Refuse(StatusCodes.Status401Unauthorized, "The timestamp is more than five minutes away from our clock"),
            Distrust.Repeated => Refuse(StatusCodes.Status409Conflict, "This very request came before: sign each attempt anew"),
            _ => Refuse(StatusCodes.Status401Unauthorized, "The signature is not that of a service that we know"),
        });
    }

    private static async Task<byte[]?> ReadAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes + 1;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= MostBytes && (read = await http.Request.Body.ReadAsync(buffer, ct)) > 0)
            body.Write(buffer, 0, read);
        return body.Length > MostBytes ? null : body.ToArray();
    }

    private static IResult Say(int status, Answer answer) => Results.Text(answer.Write(), "application/json", Encoding.UTF8, status);

    private static IResult Refuse(int status, string why) => Say(status, new(Says.Refused, null, why));
}
