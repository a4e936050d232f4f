using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>What came of a document that a known service sent us.</summary>
internal abstract record Taken
{
    private Taken()
    {
    }

    /// <summary>It is here, now or since an earlier delivery; this is what we say of it.</summary>
    public sealed record Here(Answer Answer) : Taken;

    /// <summary>It cannot be taken as it is; it is kept, and shown to staff.</summary>
    public sealed record Unfit(IReadOnlyList<string> Problems) : Taken
    {
        public string Words => string.Join("; ", Problems);
    }
}

/// <summary>
/// The service takes a document in which another force offers us an incident, whichever way it came. The same document may come several
/// times. One that cannot be taken is kept as it came, so that staff can ring its sender.
/// </summary>
internal sealed partial class TakeOffer(Store<IncidentsModule> store, ActFactory acts, Ids ids)
{
    public static readonly ActKind Kind = new("incidents.take-offer");
    private const int LongestProblem = 4_000;

    public async Task<Taken> HandleAsync(Destination peer, Way way, ReadOnlyMemory<byte> body, string? key, CancellationToken ct)
    {
        var (document, problems) = OfferedDocument.Read(body);
        var sha256 = Convert.ToBase64String(SHA256.HashData(body.Span));
        IReadOnlyList<string> wrong = document is null ? problems : [.. Misfits(peer, document, key)];
        if (wrong.Count > 0)
            return await KeepAsync(peer, way, body, sha256, wrong, ct);
        if (await store.FindAsync(OfferStatements.Same, new { peer = peer.Key, theirId = document!.Handover.Id }, ct) is { } same)
            return same.Sha256 == sha256 ? new Taken.Here(AnswerOf(same, await NumberAsync(same, ct))) : await KeepAsync(peer, way, body, sha256, ["Another document came with the same handover.id before"], ct);
        var act = acts.ByService(Kind);
        var row = Row(peer, way, body, sha256, act.At) with
        {
            TheirId = document.Handover.Id,
            TheirNumber = Cut(document.Incident.Number, 200),
            Rehearsal = document.Exercise,
            FirstContactAt = document.Incident.FirstContactAt,
        };
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(OfferStatements.Insert, row, ct) == 1)
        {
            session.Raise(new OfferReceived(row.Id, row.Peer, row.TheirId, row.Sha256));
            await session.CommitAsync(ct);
        }

        return new Taken.Here(new(Says.Received, null, null));
    }

    private static IEnumerable<string> Misfits(Destination peer, OfferedDocument document, string? key)
    {
        if (!TheirId().IsMatch(document.Handover.Id))
            yield return "$.handover.id must be of letters, digits and hyphens, 100 at most";
        if (key is not null && key != document.Handover.Id)
            yield return "The Idempotency-Key is not handover.id";
        if (document.Handover.Purpose != "transfer")
            yield return "$.handover.purpose must be transfer: we take over incidents, and keep no copies of others";
        if (document.Exercise != peer.Exercises)
            yield return document.Exercise ? "An exercise is offered where only real incidents are taken" : "A real incident is offered where only exercises are taken";
    }

    /// <summary>The same unfit bytes are kept once, however often they come.</summary>
    private async Task<Taken> KeepAsync(Destination peer, Way way, ReadOnlyMemory<byte> body, string sha256, IReadOnlyList<string> problems, CancellationToken ct)
    {
        var act = acts.ByService(Kind);
        var row = Row(peer, way, body, sha256, act.At) with
        {
            TheirId = $"unfit {sha256}",
            State = OfferState.Unfit,
            Problem = Cut(string.Join("; ", problems), LongestProblem),
            Rehearsal = peer.Exercises,
        };
        await using var session = await store.BeginAsync(act, ct);
        if (await session.ExecuteAsync(OfferStatements.Insert, row, ct) == 1)
        {
            session.Raise(new OfferTurnedAway(peer.Key, "Unfit", sha256, 1));
            await session.CommitAsync(ct);
        }

        return new Taken.Unfit(problems);
    }

    private OfferRow Row(Destination peer, Way way, ReadOnlyMemory<byte> body, string sha256, DateTimeOffset at) => new()
    {
        Id = ids.New(),
        Peer = peer.Key,
        TheirId = "",
        TheirNumber = "",
        Way = way,
        Document = Encoding.UTF8.GetString(body.Span),
        Sha256 = sha256,
        Rehearsal = false,
        FirstContactAt = at,
        ReceivedAt = at,
        State = OfferState.Open,
        Version = 1,
    };

    private async Task<string?> NumberAsync(OfferRow offer, CancellationToken ct) =>
        offer.IncidentId is { } id ? (await store.FindAsync(IncidentStatements.Load, new { id }, ct))?.Number : null;

    private static Answer AnswerOf(OfferRow offer, string? number) => offer.State switch
    {
        OfferState.Accepted => new(Says.Accepted, number, null),
        OfferState.Refused => new(Says.Refused, null, offer.Reason),
        _ => new(Says.Received, null, null),
    };

    private static string Cut(string words, int most) => words.Length > most ? words[..most] : words;

    [GeneratedRegex("^[0-9A-Za-z-]{1,100}$")]
    private static partial Regex TheirId();
}
