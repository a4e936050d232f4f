using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Incidents.HandingOver;
using PoliceSocial.Incidents.Model;
using PoliceSocial.Platform;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Incidents;

public sealed class HandoverTests
{
    private const string Secret = "a secret of the two systems";

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Webhook_IsSigned_AndTheirReferenceComesBack(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver);
        var id = await HandOverAsync(force);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        await force.Get<DeliverDue>().WorkAsync(Ct);

        var (headers, body) = Assert.Single(receiver.Got);
        Assert.Equal(PoliceSocial.Platform.Outbound.SignedPost.Sign(Secret, headers["X-PoliceSocial-Timestamp"], body), headers["X-PoliceSocial-Signature"]);
        var handover = await OneAsync(force, id);
        Assert.Equal((Deliver.NameOf(handover.Id), body), (headers["Idempotency-Key"], handover.Document));
        Assert.Equal((HandoverState.Accepted, "CAD 1234", 1), (handover.State, handover.Reference, handover.Attempts));
        Assert.Equal("CAD 1234", Assert.Single(await force.RaisedAsync<HandoverAnswered>()).Reference);
        Assert.Equal([Moment.Recorded, Moment.Joined, Moment.Viewed, Moment.HandOffAsked, Moment.HandOffAnswered], await force.MomentsAsync(id));
    }

    [Theory, Databases]
    public async Task Webhook_ThatTimesOut_IsTriedAgainWithTheSameKey(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver, timeout: 0.3);
        receiver.Answers = () => null;
        var id = await HandOverAsync(force);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Contains("did not answer within", (await OneAsync(force, id)).Problem, StringComparison.Ordinal);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Single(receiver.Got);

        receiver.Answers = () => (202, "");
        force.Force.Clock.Advance(TimeSpan.FromSeconds(11));
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Equal((HandoverState.Delivered, 2), ((await OneAsync(force, id)).State, (await OneAsync(force, id)).Attempts));
        Assert.Single(receiver.Got.Select(g => (g.Headers["Idempotency-Key"], g.Body)).Distinct());
        Assert.Single(await force.RaisedAsync<IncidentHandedOver>());
    }

    [Theory]
    [InlineData(503, "busy", "answered 503")]
    [InlineData(200, "<html>Sign in to the network</html>", "no answer")]
    [InlineData(200, """{"status":"perhaps"}""", "no answer")]
    [InlineData(200, """{"reference":"CAD 1"}""", "no answer")]
    public async Task Webhook_ThatAnswersNonsense_IsTriedUntilItFails_AndAPersonDecides(int status, string answer, string told)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(Dialect.Sqlite, receiver);
        receiver.Answers = () => (status, answer);
        var id = await HandOverAsync(force);
        for (var n = 0; n < HandoverRules.MostAttempts + 2; n++)
        {
            await force.Get<DeliverDue>().WorkAsync(Ct);
            force.Force.Clock.Advance(TimeSpan.FromHours(2));
        }

        var failed = await OneAsync(force, id);
        Assert.Equal((HandoverState.Failed, HandoverRules.MostAttempts), (failed.State, receiver.Got.Count));
        Assert.Contains(told, failed.Problem, StringComparison.Ordinal);
        Assert.Equal(1, (await force.Get<HandoverCounts>().CountsAsync(IncidentsForce.Rees, Ct))["incidents.failed"]);

        Assert.IsType<ChangeResult.NotAllowed>(await force.Get<SettleHandover>().HandleAsync(IncidentsForce.Operator, failed.Id, Settling.Retry, null, Ct));
        receiver.Answers = () => (200, """{"status":"received"}""");
        Assert.IsType<ChangeResult.Done>(await force.Get<SettleHandover>().HandleAsync(IncidentsForce.Rees, failed.Id, Settling.Retry, null, Ct));
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Equal(HandoverState.Delivered, (await OneAsync(force, id)).State);
        Assert.Single(receiver.Got.Select(g => g.Headers["Idempotency-Key"]).Distinct());
    }

    [Theory, Databases]
    public async Task Webhook_ThatRefusesTheDocument_FailsAtOnce_AndCanBeGivenUp(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver);
        receiver.Answers = () => (401, "who are you?");
        var id = await HandOverAsync(force);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        var failed = await OneAsync(force, id);
        Assert.Equal((HandoverState.Failed, 1), (failed.State, failed.Attempts));
        Assert.IsType<ChangeResult.Refused>(await force.Get<SettleHandover>().HandleAsync(IncidentsForce.Rees, failed.Id, Settling.GiveUp, " ", Ct));
        await force.Get<SettleHandover>().HandleAsync(IncidentsForce.Rees, failed.Id, Settling.GiveUp, "Rang them instead", Ct);
        Assert.Equal(HandoverState.GivenUp, (await OneAsync(force, id)).State);
        Assert.Single(await force.RaisedAsync<HandoverGivenUp>());
    }

    [Theory, Databases]
    public async Task File_IsDroppedWhole_AndItsAnswerIsRead(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        var id = await HandOverAsync(force, "records");
        await force.Get<DeliverDue>().WorkAsync(Ct);
        var folder = force.Get<DataFolder>().Sub("handover/records");
        var handover = await OneAsync(force, id);
        Assert.Equal((HandoverState.Delivered, handover.Document), (handover.State, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)), Ct)));

        var answers = Directory.CreateDirectory(Path.Combine(folder, "answers")).FullName;
        var answer = Path.Combine(answers, $"{handover.Id}.json");
        await File.WriteAllTextAsync(answer, "%PDF-1.7", Ct);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Equal(HandoverState.Delivered, (await OneAsync(force, id)).State);
        await File.WriteAllTextAsync(answer, """{"status":"accepted","reference":"N/2026/0042"}""", Ct);
        await force.Get<DeliverDue>().WorkAsync(Ct);
        Assert.Equal((HandoverState.Accepted, "N/2026/0042"), ((await OneAsync(force, id)).State, (await OneAsync(force, id)).Reference));
        Assert.Equal(2, Directory.GetFiles(answers).Length);
    }

    [Theory, Databases]
    public async Task Transfer_IsAcceptedOrRefusedByTheOtherForce(Dialect dialect)
    {
        await using var receiver = await Receiver.OpenAsync();
        await using var force = await OpenAsync(dialect, receiver);
        receiver.Answers = () => (200, """{"status":"refused","reason":"It is in your area"}""");
        var id = await HandOverAsync(force, "neighbour");
        await force.Get<DeliverDue>().WorkAsync(Ct);
        var refused = await OneAsync(force, id);
        Assert.Equal((HandoverState.Refused, "It is in your area", Purpose.Transfer), (refused.State, refused.AnswerReason, refused.Purpose));
        Assert.Contains(Moment.TransferAnswered, await force.MomentsAsync(id));

        Assert.IsType<ChangeResult.Refused>(await force.Get<EnterAnswer>().HandleAsync(IncidentsForce.Rees, refused.Id, false, null, null, Ct));
        await force.Get<EnterAnswer>().HandleAsync(IncidentsForce.Rees, refused.Id, true, "STAFFS 9", "They rang back", Ct);
        var accepted = await OneAsync(force, id);
        Assert.Equal((HandoverState.Accepted, "STAFFS 9", 1L), (accepted.State, accepted.Reference, accepted.AnsweredBy));
        Assert.Equal([false, true], (await force.RaisedAsync<HandoverAnswered>()).Select(a => a.Accepted));
    }

    [Theory, Databases]
    public async Task AnExercise_NeverReachesARealSystem(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect);
        force.Converse(8, rehearsal: true);
        var id = (await force.RecordAsync(8)).Id;
        Assert.IsType<ChangeResult.Refused>(await force.Get<HandIncidentOver>().HandleAsync(IncidentsForce.Rees, new(id, "records", "Please attend"), Ct));
        Assert.Empty(await force.RaisedAsync<HandoverAsked>());
    }

    [Theory]
    [InlineData("police")]
    [InlineData("fire")]
    [InlineData("ambulance")]
    public async Task Document_OfEveryService_IsAsThePublishedSchemaSays(string profile)
    {
        await using var force = await OpenAsync(Dialect.Sqlite, profile: profile);
        var id = await HandOverAsync(force, "records");
        var schema = JsonDocument.Parse(await File.ReadAllTextAsync(SchemaFile(), Ct)).RootElement;
        var document = JsonDocument.Parse((await OneAsync(force, id)).Document).RootElement;
        Assert.Empty(SchemaCheck.Problems(schema, schema, document, "$"));

        var broken = JsonDocument.Parse((await OneAsync(force, id)).Document.Replace("\"version\": 1", "\"version\": \"one\"", StringComparison.Ordinal)).RootElement;
        Assert.Equal(["$.version"], SchemaCheck.Problems(schema, schema, broken, "$"));
    }

    private static string SchemaFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PoliceSocial.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "incident-handover.schema.json");
    }

    private static Task<IncidentsForce> OpenAsync(Dialect dialect, Receiver? receiver = null, double timeout = 10, string profile = "police")
    {
        Destination[] all =
        [
            new() { Key = "cad", Name = "Command and control", Way = Way.Webhook, Address = receiver?.Address ?? "http://127.0.0.1:9/", Secret = Secret, TimeoutSeconds = timeout },
            new() { Key = "records", Name = "Records", Way = Way.File, Folder = "records" },
            new() { Key = "neighbour", Name = "The neighbouring force", Way = Way.Webhook, Address = receiver?.Address ?? "http://127.0.0.1:9/", Secret = Secret, Peer = true },
        ];
        Assert.All(all, d => Assert.Null(d.Problem()));
        return IncidentsForce.OpenAsync(dialect, profile, services => services.AddSingleton(new Destinations(all)));
    }

    private static async Task<long> HandOverAsync(IncidentsForce force, string destination = "cad")
    {
        force.Converse(7);
        var id = (await force.RecordAsync(7)).Id;
        Assert.IsType<ChangeResult.Done>(await force.Get<HandIncidentOver>().HandleAsync(IncidentsForce.Rees, new(id, destination, "Please attend"), Ct));
        return id;
    }

    private static async Task<HandoverRow> OneAsync(IncidentsForce force, long incidentId) =>
        Assert.Single(await force.Store.QueryAsync(HandoverStatements.OfIncident, new { incidentId }, Ct));
}
