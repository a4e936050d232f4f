using System.Security.Cryptography;
using System.Text;
using PoliceSocial.Incidents.HandingOver;

namespace PoliceSocial.Incidents.Offered;

/// <summary>Puts our answer to an offer into the outbox of hand-overs, in the session that decides: it goes back as often as it takes.</summary>
internal sealed class AnswerBack(Ids ids)
{
    /// <param name="session">The session that decides.</param>
    /// <param name="offer">What is answered.</param>
    /// <param name="answer">What we say.</param>
    /// <param name="incidentId">What it became here; 0 where it became none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task PutAsync(Session session, OfferRow offer, Answer answer, long incidentId, CancellationToken ct)
    {
        var text = answer.Write(offer.TheirId);
        var row = new HandoverRow
        {
            Id = ids.New(),
            IncidentId = incidentId,
            OfferId = offer.Id,
            Destination = offer.Peer,
            Purpose = Purpose.Answer,
            Document = text,
            Sha256 = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Reason = answer.Says == Says.Accepted ? "We take it over" : answer.Reason!,
            AskedBy = session.Act.Actor.Id,
            AskedAt = session.Act.At,
            State = HandoverState.Waiting,
            Attempts = 0,
            NotBefore = session.Act.At,
            Version = 1,
        };
        await session.ExecuteAsync(HandoverStatements.Insert, row, ct);
        session.Raise(new HandoverAsked(incidentId, row.Id, row.Destination, nameof(Purpose.Answer), row.Sha256));
    }
}
