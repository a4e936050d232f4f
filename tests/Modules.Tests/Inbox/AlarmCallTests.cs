using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Alarming;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outbound;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>What goes out about alarms, to a mail server and a receiver of hooks that really listen.</summary>
public sealed class AlarmCallTests
{
    private const string Secret = "a-secret-of-the-force";
    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Burst_IsGatheredInOneEmail_WithoutWhatAnybodyWrote(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example", "duty@force.example"])] });
        await force.FlaggedAsync("wren");
        await force.FlaggedAsync("finch");
        await AlarmingTests.AfterAsync(force, 60);
        await SendAsync(force, 5);

        var mail = Assert.Single(sink.Received);
        Assert.Equal(2, mail.To.Count);
        Assert.Equal("2 risk alarms not acknowledged", mail.Subject);
        Assert.Contains($"https://desk.force.example/inbox/{(await force.ConversationsAsync())[0].Id}", mail.TextBody, StringComparison.Ordinal);
        foreach (var personal in new[] { "bridge", "wren", "finch", "WREN" })
            Assert.DoesNotContain(personal, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(["Taken"], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.Outcome));
    }

    [Theory, Databases]
    public async Task ALaterAlarm_KeepsItsDistance_AndIsNotForgotten(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])] });
        await force.FlaggedAsync("wren");
        await AlarmingTests.AfterAsync(force, 30);
        await force.FlaggedAsync("finch");
        await AlarmingTests.AfterAsync(force, 30);
        await SendAsync(force, 5);
        await AlarmingTests.AfterAsync(force, 25);
        await SendAsync(force, 6);
        Assert.Single(sink.Received);
        await SendAsync(force, 60);

        Assert.Equal(["1 risk alarm not acknowledged", "1 risk alarm not acknowledged"], sink.Received.Select(m => m.Subject));
    }

    [Theory, Databases]
    public async Task AcknowledgedBeforeItGoesOut_IsNotSent(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])] });
        var id = (await force.FlaggedAsync()).Id;
        await AlarmingTests.AfterAsync(force, 60);
        await force.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, id, Ct);
        await SendAsync(force, 5);

        Assert.Empty(sink.Received);
        Assert.Equal(["NotNeeded"], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.Outcome));
    }

    [Theory, Databases]
    public async Task Exercise_CallsNobody_UnlessThePolicySaysSo(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        force.Channels[100] = Given.Channel(rehearsal: true);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])] });
        await force.FlaggedAsync();
        await AlarmingTests.AfterAsync(force, 60);
        await SendAsync(force, 5);
        Assert.Empty(sink.Received);
        Assert.False(Assert.Single(await force.RaisedAsync<AlarmEscalated>()).Calls);

        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])], CallsForExercises = true }, version: 1);
        await force.FlaggedAsync("finch");
        await AlarmingTests.AfterAsync(force, 60);
        await SendAsync(force, 5);
        Assert.StartsWith("REHEARSAL: ", Assert.Single(sink.Received).Subject, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task MailServerThatIsNotThere_RaisesAnAlarm_IsTriedAgain_AndIsAcknowledged(Dialect dialect)
    {
        await using var force = await OpenAsync(dialect, port: 1);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])] });
        await force.FlaggedAsync();
        await AlarmingTests.AfterAsync(force, 60);
        await SendAsync(force, 5);
        var alarms = new CallAlarms(force.Store, force.Force.Clock);
        Assert.Contains("is tried again", Assert.Single(await alarms.AlarmsAsync(InboxForce.Rees, Ct)).Text, StringComparison.Ordinal);
        for (var n = 0; n < 6; n++)
            await SendAsync(force, 60);

        Assert.Equal([true, true, false], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.TriedAgain));
        Assert.Equal(3, (await force.RaisedAsync<AlarmCallAttempted>()).Count);
        var alarm = Assert.Single(await alarms.AlarmsAsync(InboxForce.Rees, Ct));
        Assert.Contains("did not arrive", alarm.Text, StringComparison.Ordinal);
        await force.Get<NoteCall>().HandleAsync(InboxForce.Rees, alarm.NumberOf("alarm-call")!.Value, Ct);
        Assert.Empty(await alarms.AlarmsAsync(InboxForce.Rees, Ct));
        Assert.Equal(InboxForce.Rees.Id, await alarms.WhoAcknowledgedAsync(alarm, Ct));
        Assert.Single(await force.RaisedAsync<AlarmCallNoted>());
    }

    [Theory, Databases]
    public async Task ServiceKilledWhileItGoesOut_IsRecordedAsNotKnown_AndTriedAgain(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"])] });
        await force.FlaggedAsync();
        await AlarmingTests.AfterAsync(force, 60);
        force.Force.Clock.Advance(TimeSpan.FromSeconds(5));
        var call = Assert.Single(await force.Store.QueryAsync(AlarmCallStatements.Pending, new { now = force.Force.Clock.GetUtcNow() }, Ct));
        await using (var session = await force.Store.BeginBookkeepingAsync("what a service that was killed left", Ct))
        {
            await session.ExecuteAsync(AlarmCallStatements.Save, new
            {
                call.Id,
                State = CallState.Attempting,
                call.DueAt,
                Attempts = 1,
                AttemptedAt = call.DueAt,
                call.EndedAt,
                call.Problem,
                was = call.State,
                attemptsBefore = 0,
            }, Ct);
            await session.CommitAsync(Ct);
        }

        await SendAsync(force, 0);
        Assert.Equal(["Unknown"], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.Outcome));
        Assert.Empty(sink.Received);
        await SendAsync(force, 30);
        Assert.Single(sink.Received);
        Assert.Equal(["Unknown", "Taken"], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.Outcome));
    }

    [Theory, Databases]
    public async Task Hook_IsSignedAndSaysWhatStands_AndFollowsNoRedirect(Dialect dialect)
    {
        var asked = new List<(string Body, string Signature, string Timestamp)>();
        var status = HttpStatusCode.Redirect;
        await using var receiver = WebApplication.CreateSlimBuilder().Build();
        receiver.Urls.Add("http://127.0.0.1:0");
        receiver.MapPost("/hook", async (HttpRequest request, HttpResponse response) =>
        {
            using var reader = new StreamReader(request.Body);
            asked.Add((await reader.ReadToEndAsync(Ct), request.Headers["X-PoliceSocial-Signature"].ToString(), request.Headers["X-PoliceSocial-Timestamp"].ToString()));
            response.StatusCode = (int)status;
            response.Headers.Location = "/elsewhere";
        });
        var followed = false;
        receiver.MapFallback((HttpContext _) =>
        {
            followed = true;
            return Task.CompletedTask;
        });
        await receiver.StartAsync(Ct);
        await using var force = await OpenAsync(dialect, port: 1);
        await SetAsync(force, new() { Steps = [Step() with { Hook = true }], HookAddress = $"{receiver.Urls.First()}/hook" });
        var id = (await force.FlaggedAsync()).Id;
        await AlarmingTests.AfterAsync(force, 60);
        await SendAsync(force, 5);
        status = HttpStatusCode.Accepted;
        await SendAsync(force, 30);

        Assert.Equal(["Failed", "Taken"], (await force.RaisedAsync<AlarmCallEnded>()).Select(e => e.Outcome));
        Assert.False(followed, "A redirect was followed.");
        Assert.All(asked, a => Assert.Equal(SignedPost.Sign(Secret, a.Timestamp, a.Body), a.Signature));
        using var document = JsonDocument.Parse(asked[1].Body);
        Assert.Equal("policesocial-alarm/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal(id.ToString(System.Globalization.CultureInfo.InvariantCulture), document.RootElement.GetProperty("alarms")[0].GetProperty("conversation").GetString());
        Assert.DoesNotContain("bridge", asked[1].Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Test_GoesToEveryPlaceOfThePolicy(Dialect dialect)
    {
        using var sink = await SmtpSink.StartAsync();
        await using var force = await OpenAsync(dialect, sink.Port);
        Assert.Equal(0, await force.Get<TestCalls>().HandleAsync(InboxForce.Okafor, CallWay.Email, Ct));
        await SetAsync(force, new() { Steps = [Step(addresses: ["oncall@force.example"]), Step(addresses: ["chief@force.example"]) with { Seconds = 120 }] });
        Assert.Equal(2, await force.Get<TestCalls>().HandleAsync(InboxForce.Okafor, CallWay.Email, Ct));
        await SendAsync(force, 0);

        Assert.All(sink.Received, m => Assert.Equal("Test of the alarm by e-mail", m.Subject));
        Assert.Equal(2, sink.Received.Count);
        var tested = Assert.Single(await force.RaisedAsync<AlarmCallTested>());
        Assert.Equal(("Email", 2), (tested.Way, tested.Count));
    }

    private static AlarmStep Step(IReadOnlyList<string>? addresses = null) => new() { Seconds = 60, Name = "whoever is on call", Addresses = addresses ?? [] };

    private static Task<InboxForce> OpenAsync(Dialect dialect, int port) => InboxForce.OpenAsync(dialect, also: services => services.AddSingleton(new AlarmOptions
    {
        ServiceAddress = "https://desk.force.example",
        HookSecret = Secret,
        Mail = new() { Host = "127.0.0.1", Port = port, From = "desk@force.example", Encrypted = false },
    }));

    private static async Task SetAsync(InboxForce force, AlarmPolicy policy, int version = 0) =>
        Assert.True(await force.Get<ChangeAlarmPolicy>().HandleAsync(InboxForce.Okafor, new(version, policy), Ct));

    private static async Task SendAsync(InboxForce force, int seconds)
    {
        force.Force.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await force.Get<SendCalls>().WorkAsync(Ct);
    }
}
