using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Involving;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Incidents.Offered;
using PoliceSocial.Incidents.Profiles;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class OfferTests
{
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Offer_ByFile_IsAcceptedWithOurNumberAndTheirs_AndTheAnswerGoesBack(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var folder = force.Get<DataFolder>().Sub("handover/from-west");
        await File.WriteAllTextAsync(Path.Combine(folder, "77.json"), await DocumentAsync(), Ct);
        await force.Get<TakeFromFolders>().LookAsync(Ct);
        await force.Get<TakeFromFolders>().LookAsync(Ct);
        Assert.Equal(["77.json.taken"], Directory.GetFiles(folder).Select(Path.GetFileName));
        var offer = Assert.Single(await force.Get<ReadOffers>().ListAsync(IncidentsForce.Rees, Ct));
        Assert.Equal((OfferState.Open, "west", "0007 of 20/11/2026"), (offer.State, offer.Peer, offer.TheirNumber));
        Assert.Contains("offers us", Assert.Single(await force.Get<HandoverAlarms>().AlarmsAsync(IncidentsForce.Rees, Ct)).Text, StringComparison.Ordinal);

        var done = Assert.IsType<OfferOutcome.Done>(await AcceptAsync(force, offer.Id));
        var incident = await force.LoadAsync(done.IncidentId!.Value);
        var first = OfferedDocument.Of(offer).Incident.FirstContactAt;
        Assert.Equal((first, first.AddHours(24), RecordingAnswer.Undecided), (incident.FirstContactAt, incident.RecordingDueAt, incident.Recording));
        Assert.Equal([Moment.Recorded, Moment.TakenOver, Moment.PartyAdded], await force.MomentsAsync(incident.Id));
        var party = Assert.Single(await force.Store.QueryAsync(PartyRow.OfIncident, new { incidentId = incident.Id }, Ct));
        Assert.Equal(("Eileen", "missing", "vulnerable"), (party.Label, party.Roles, party.Markers));

        await force.Get<DeliverDue>().WorkAsync(Ct);
        var answer = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "answers", "77.json"), Ct))!;
        Assert.Equal(("accepted", incident.Number, "77"), ((string?)answer["status"], (string?)answer["reference"], (string?)answer["handover"]));
        Assert.Equal(Answer.Read(answer.ToJsonString()), new(Says.Accepted, incident.Number, null));
        Assert.Single(await force.RaisedAsync<OfferAccepted>());
        Assert.IsType<OfferOutcome.Refused>(await AcceptAsync(force, offer.Id));
        Assert.Single(await force.RaisedAsync<IncidentRecorded>());
    }

    [Theory, Databases]
    public async Task Offer_IsRefusedOnlyWithAReason_WhichGoesBack(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver.Address);
        receiver.Answers = () => (200, """{"status":"received"}""");
        await TakeAsync(force, Way.Webhook, await DocumentAsync());
        var offer = Assert.Single(await force.Get<ReadOffers>().ListAsync(IncidentsForce.Rees, Ct));
        Assert.IsType<OfferOutcome.Refused>(await force.Get<RefuseOffer>().HandleAsync(IncidentsForce.Rees, offer.Id, " ", Ct));
        Assert.IsType<OfferOutcome.NotFound>(await force.Get<RefuseOffer>().HandleAsync(IncidentsForce.Operator, offer.Id, "Not ours", Ct));
        Assert.IsType<OfferOutcome.Done>(await force.Get<RefuseOffer>().HandleAsync(IncidentsForce.Rees, offer.Id, "It happened in your area", Ct));
        await force.Get<DeliverDue>().WorkAsync(Ct);

        var (headers, body) = Assert.Single(receiver.Got);
        Assert.Equal(SignedPost.Sign("what we sign with, shared", headers["X-PoliceSocial-Timestamp"], body), headers["X-PoliceSocial-Signature"]);
        Assert.Equal(("refused", "It happened in your area", "77"), ((string?)JsonNode.Parse(body)!["status"], (string?)JsonNode.Parse(body)!["reason"], (string?)JsonNode.Parse(body)!["handover"]));
        Assert.Empty(await force.RaisedAsync<IncidentRecorded>());
        Assert.Single(await force.RaisedAsync<OfferRefused>());

        var again = Assert.IsType<Taken.Here>(await TakeAsync(force, Way.Webhook, await DocumentAsync()));
        Assert.Equal(new Answer(Says.Refused, null, "It happened in your area"), again.Answer);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "$.version")]
    [InlineData("\"purpose\": \"transfer\"", "\"purpose\": \"hand-over\"", "purpose must be transfer")]
    [InlineData("\"exercise\": false", "\"exercise\": true", "An exercise")]
    [InlineData("\"id\": \"77\"", "\"id\": \"../77\"", "handover.id must be")]
    [InlineData("\"summary\"", "\"summery\"", "$.incident.summary is missing")]
    [InlineData("2026-11-20T22:00:00+00:00", "yesterday", "no instant")]
    [InlineData("{", "<", "no JSON")]
    public async Task Document_ThatCannotBeTaken_IsRefusedInWords_AndKept(string was, string now, string told)
    {
        await using var force = await OpenAsync(Dialect.Sqlite);
        var text = (await DocumentAsync()).Replace(was, now, StringComparison.Ordinal);
        var unfit = Assert.IsType<Taken.Unfit>(await TakeAsync(force, Way.Webhook, text));
        Assert.Contains(told, unfit.Words, StringComparison.Ordinal);
        await TakeAsync(force, Way.Webhook, text);
        var kept = Assert.Single(await force.Get<ReadOffers>().ListAsync(IncidentsForce.Rees, Ct));
        Assert.Equal((OfferState.Unfit, text), (kept.State, kept.Document));
        Assert.Equal("Unfit", Assert.Single(await force.RaisedAsync<OfferTurnedAway>()).Why);
        Assert.IsType<OfferOutcome.NotFound>(await AcceptAsync(force, kept.Id));
    }

    [Fact]
    public async Task Folder_WithABadDocument_HoldsTheRefusal_AndTheDocument()
    {
        await using var force = await OpenAsync(Dialect.Sqlite);
        var folder = force.Get<DataFolder>().Sub("handover/from-west");
        await File.WriteAllTextAsync(Path.Combine(folder, "78.json"), "not at all", Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, "79.json"), new byte[OfferEndpoints.MostBytes + 1], Ct);
        await force.Get<TakeFromFolders>().LookAsync(Ct);
        Assert.Equal(["78.json.refused", "79.json.refused"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var answer in new[] { "78.json", "79.json" })
            Assert.Equal(Says.Refused, Answer.Read(await File.ReadAllTextAsync(Path.Combine(folder, "answers", answer), Ct))!.Says);
    }

    [Theory, Databases]
    public async Task AnswerOfTheOtherForce_IsShownWithTheirNumber_AndOnlyTheirs(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Converse(7);
        var incident = await force.RecordAsync(7);
        await force.Get<HandIncidentOver>().HandleAsync(IncidentsForce.Rees, new(incident.Id, "west", "It is in your area"), Ct);
        var handover = Assert.Single(await force.Store.QueryAsync(HandoverStatements.OfIncident, new { incidentId = incident.Id }, Ct));
        var text = $$"""{"handover":"{{handover.Id}}","status":"accepted","reference":"WEST 12"}""";
        Assert.Equal(AnswerTaken.Unknown, await AnswerAsync(force, "east", text));
        Assert.Equal(AnswerTaken.Nonsense, await AnswerAsync(force, "west", """{"handover":"1"}"""));
        Assert.Equal(AnswerTaken.Unknown, await AnswerAsync(force, "west", """{"handover":"1","status":"accepted"}"""));
        Assert.Equal(AnswerTaken.Taken, await AnswerAsync(force, "west", text));
        var after = await force.Store.FindAsync(HandoverStatements.Load, new { id = handover.Id }, Ct);
        Assert.Equal((HandoverState.Accepted, "WEST 12"), (after!.State, after.Reference));
    }

    [Fact]
    public async Task Request_IsTrustedOnce_WithinFiveMinutes_UnderTheSharedSecretOnly()
    {
        await using var force = await OpenAsync(Dialect.Sqlite);
        var signed = force.Get<SignedRequest>();
        var body = Encoding.UTF8.GetBytes("{}");
        var now = force.Force.Clock.GetUtcNow().ToUnixTimeSeconds();
        var (timestamp, old) = ($"{now}", $"{now - 301}");
        Assert.Equal(Distrust.Unsigned, signed.Check("a shared secret of ours", timestamp, null, body));
        Assert.Equal(Distrust.Unsigned, signed.Check("a shared secret of ours", "soon", "v1=00", body));
        Assert.Equal(Distrust.WrongSignature, signed.Check("a shared secret of ours", timestamp, SignedPost.Sign("another secret", timestamp, body), body));
        Assert.Equal(Distrust.WrongSignature, signed.Check("a shared secret of ours", timestamp, SignedPost.Sign("a shared secret of ours", timestamp, "{ }"), body));
        Assert.Equal(Distrust.TooOld, signed.Check("a shared secret of ours", old, SignedPost.Sign("a shared secret of ours", old, body), body));
        Assert.Null(signed.Check("a shared secret of ours", timestamp, SignedPost.Sign("a shared secret of ours", timestamp, body), body));
        Assert.Equal(Distrust.Repeated, signed.Check("a shared secret of ours", timestamp, SignedPost.Sign("a shared secret of ours", timestamp, body), body));
    }

    [Theory, Databases]
    public async Task Stranger_IsRecordedAtOnce_AndCountedAfterwards(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        for (var n = 0; n < 5; n++)
            await force.Get<TurnAway>().RecordAsync(null, "Unknown", "203.0.113.9", Ct);
        Assert.Equal([1], (await force.RaisedAsync<OfferTurnedAway>()).Select(e => e.Times));
        force.Force.Clock.Advance(TimeSpan.FromMinutes(2));
        await force.Get<TurnAway>().FlushAsync(Ct);
        Assert.Equal([1, 4], (await force.RaisedAsync<OfferTurnedAway>()).Select(e => e.Times));
    }

    private static async Task<string> DocumentAsync() =>
        await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Incidents", "offer.json"), Ct);

    private static Task<OfferOutcome> AcceptAsync(IncidentsForce force, long offer)
    {
        var profile = force.Get<ServiceProfile>();
        return force.Get<AcceptOffer>().HandleAsync(
            IncidentsForce.Rees, new(offer, "A woman is missing", "The Crown", Area.Urban, profile.Categories.First().Code, profile.Grades[0].Code), Ct);
    }

    private static Task<Taken> TakeAsync(IncidentsForce force, Way way, string text) =>
        force.Get<TakeOffer>().HandleAsync(force.Get<Destinations>().Find("west")!, way, Encoding.UTF8.GetBytes(text), null, Ct);

    private static Task<AnswerTaken> AnswerAsync(IncidentsForce force, string peer, string text) =>
        force.Get<TakeAnswer>().HandleAsync(force.Get<Destinations>().Find(peer)!, text, Ct);

    private static Task<IncidentsForce> OpenAsync(Dialect dialect, string? address = null)
    {
        var west = new Destination
        {
            Key = "west",
            Name = "West force",
            Way = Way.Webhook,
            Address = "http://127.0.0.1:9/hooks/incidents/us",
            AnswersAddress = address ?? "",
            Secret = "what we sign with, shared",
            TheirSecret = "what they sign with, shared",
            OffersFolder = "from-west",
            Peer = true,
        };
        Destination[] all = [west, west with { Key = "east", Name = "East force", OffersFolder = "" }];
        Assert.All(all, d => Assert.Null(d.Problem()));
        return IncidentsForce.OpenAsync(dialect, add: services => services.AddSingleton(new Destinations(all)));
    }
}
