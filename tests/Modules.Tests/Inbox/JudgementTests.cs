using Microsoft.Extensions.DependencyInjection;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Alarming;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Inbox.Model;
using PoliceSocial.Inbox.Reading;
using PoliceSocial.Inbox.Triage;
using PoliceSocial.Platform.Acts;
using PoliceSocial.Platform.Data;
using PoliceSocial.Platform.Outboxes;
using PoliceSocial.Triage.Judging;
using PoliceSocial.Triage.Training;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>What triage makes of messages after they are stored, and what people decide. All messages are invented.</summary>
public sealed class JudgementTests
{
    private const string Polish = "Proszę o informację, gdzie mogę odebrać dokumenty, które zgubiłem wczoraj wieczorem na dworcu";

    /// <summary>An emergency that no shipped rule finds.</summary>
    private static readonly string OnlyTheModel = InventedMessages.All.Select(m => m.Text).First(t =>
        TriageModel.Shipped.Judge(t) is { Suggestion: Suggestion.Emergency, Reasons.Count: > 0 } && Rules.Judge(new(t, false, false)).Count == 0
        && InventedMessages.All.Any(m => m.Text == t && m.Grade == 1));

    private static RuleSet Rules => new(ShippedRules.All.Select((r, i) => ((long)i + 1, 1, r.Name, r.Definition)));

    private static CancellationToken Ct => TestForce.Ct;

    [Theory, Databases]
    public async Task Emergency_ThatNoRuleFinds_Alarms_AndSaysWhy(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var conversation = await inbox.ConversationAsync(OnlyTheModel);
        Assert.Null(conversation.FlaggedAt);

        await JudgeAsync(inbox);

        conversation = await inbox.LoadAsync(conversation.Id);
        Assert.True(conversation.Alarms());
        Assert.Contains(Deed.Flagged, await inbox.DeedsAsync(conversation.Id));
        Assert.Equal([$"triage.{TriageModel.Shipped.Version}"], Assert.Single(await inbox.RaisedAsync<ConversationFlagged>()).Rules);
        var judged = Assert.Single(await inbox.RaisedAsync<MessageJudged>());
        Assert.Equal(inbox.Get<IGrades>().All[0].Code, judged.Suggested);
        Assert.True(judged.Likelihood >= judged.Threshold);
        var alarm = Assert.Single(await inbox.Get<RiskAlarms>().AlarmsAsync(InboxForce.Rees, Ct));
        Assert.Contains("Emergency suggested by triage", alarm.Text, StringComparison.Ordinal);
        var suggestion = await inbox.Get<IGradeSuggestions>().OfConversationAsync(InboxForce.Rees, conversation.Id, Ct);
        Assert.Equal(judged.Suggested, suggestion!.Grade);
        Assert.NotEmpty(suggestion.Reasons);
        Assert.Null(await inbox.Get<IGradeSuggestions>().OfConversationAsync(TestForce.Staff(9), conversation.Id, Ct));
    }

    [Theory, Databases]
    public async Task Pump_CarriesWhatIsStored_ToTheAlarm(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        using var pump = ActivatorUtilities.CreateInstance<Pump>(inbox.Force.Services);
        await pump.StartAsync(Ct);
        var conversation = await inbox.ConversationAsync(OnlyTheModel);
        await TestForce.UntilAsync(async () => (await inbox.LoadAsync(conversation.Id)).Alarms(), "the message alarms");
        await pump.StopAsync(Ct);
    }

    [Theory, Databases]
    public async Task Message_HeardAgain_IsJudgedOnce_AndRoutineLeavesNothing(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        await inbox.ConversationAsync(OnlyTheModel);
        await inbox.ConversationAsync("Is the station in Stone open on Saturday?", "robin");
        await JudgeAsync(inbox);
        await JudgeAsync(inbox);
        Assert.Single(await inbox.RaisedAsync<MessageJudged>());
        Assert.Single(await inbox.RaisedAsync<ConversationFlagged>());
    }

    [Theory, Databases]
    public async Task WhatARuleFlagged_IsNotFlaggedAgain_AndHasAGrade(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var flagged = await inbox.FlaggedAsync();
        await inbox.Get<AcknowledgeFlag>().HandleAsync(InboxForce.Rees, flagged.Id, Ct);
        await JudgeAsync(inbox);
        Assert.False((await inbox.LoadAsync(flagged.Id)).Alarms());
        Assert.Single(await inbox.RaisedAsync<ConversationFlagged>());
        Assert.NotNull(Assert.Single(await inbox.RaisedAsync<MessageJudged>()).Suggested);
    }

    [Theory, Databases]
    public async Task Edit_IsJudgedAnew_EvenWhereItWasResolvedMeanwhile(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var item = Given.Item("wren-first");
        await inbox.TakeAsync(item);
        await JudgeAsync(inbox);
        await inbox.TakeAsync(Given.Edit(item, OnlyTheModel));
        var id = Assert.Single(await inbox.ConversationsAsync()).Id;
        await inbox.Get<MoveConversation>().HandleAsync(InboxForce.Rees, new(id, ConversationState.Resolved, null), Ct);
        await JudgeAsync(inbox);
        var conversation = await inbox.LoadAsync(id);
        Assert.True(conversation is { State: ConversationState.Unread } && conversation.Alarms());
        Assert.Equal(2, Assert.Single(await inbox.RaisedAsync<MessageJudged>()).MessageVersion);
    }

    [Theory, Databases]
    public async Task OtherLanguage_HasAQueueOfItsOwn_UntilSomebodyDecides(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var conversation = await inbox.ConversationAsync(Polish);
        await JudgeAsync(inbox);
        var judged = Assert.Single(await inbox.RaisedAsync<MessageJudged>());
        Assert.Equal("Polish", judged.Language);
        Assert.False((await inbox.LoadAsync(conversation.Id)).Alarms());
        Assert.Equal(conversation.Id, Assert.Single((await inbox.ListAsync(new() { Listing = Listing.OtherLanguage })).Rows).Id);
        Assert.Equal(1, (await inbox.Get<OtherLanguages>().CountsAsync(InboxForce.Rees, Ct))[OtherLanguages.Count]);
        Assert.IsType<ChangeResult.Done>(await DecideAsync(inbox, judged, Deciding.NoEmergency, why: "I read it: lost papers"));
        Assert.Empty((await inbox.ListAsync(new() { Listing = Listing.OtherLanguage })).Rows);
    }

    [Theory, Databases]
    public async Task OtherLanguage_Alarms_WhereThePolicySaysSo(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        Assert.True(await inbox.Get<ChangePolicy>().HandleAsync(InboxForce.Okafor, new(0, new() { AlarmOtherLanguages = true }), Ct));
        Assert.False(await inbox.Get<ChangePolicy>().HandleAsync(InboxForce.Rees, new(0, new()), Ct));
        var conversation = await inbox.ConversationAsync(Polish);
        await JudgeAsync(inbox);
        Assert.True((await inbox.LoadAsync(conversation.Id)).Alarms());
        Assert.Single(await inbox.RaisedAsync<TriagePolicyChanged>());
    }

    [Theory, Databases]
    public async Task Decision_IsKeptBesideTheSuggestion_AndEndsTheAlarm(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        await inbox.ConversationAsync(OnlyTheModel);
        await JudgeAsync(inbox);
        var judged = Assert.Single(await inbox.RaisedAsync<MessageJudged>());
        var reader = TestForce.Staff(7, "inbox.read");
        Assert.IsType<ChangeResult.NotAllowed>(await inbox.Get<DecideGrade>().HandleAsync(reader, new(judged.ConversationId, judged.MessageId, Deciding.Agreed, null, null), Ct));
        Assert.IsType<ChangeResult.Done>(await DecideAsync(inbox, judged, Deciding.Agreed));
        var decided = Assert.Single(await inbox.RaisedAsync<JudgementDecided>());
        Assert.Equal((judged.Suggested, "Agreed", judged.Suggested), (decided.Suggested, decided.How, decided.Decided));
        Assert.Single(await inbox.RaisedAsync<FlagAcknowledged>());
        Assert.False((await inbox.LoadAsync(judged.ConversationId)).Alarms());
        Assert.IsType<ChangeResult.Done>(await DecideAsync(inbox, judged, Deciding.NoEmergency, why: "A line of a play"));
        Assert.Null((await inbox.RaisedAsync<JudgementDecided>())[^1].Decided);
        Assert.Contains(Deed.Decided, await inbox.DeedsAsync(judged.ConversationId));
    }

    [Fact]
    public void Decision_OtherThanSuggested_NeedsAReason()
    {
        var rules = new DecideGradeValidator(new TwoGrades());
        Assert.True(rules.Validate(new DecideGradeCommand(1, 1, Deciding.Agreed, null, null)).IsValid);
        Assert.False(rules.Validate(new DecideGradeCommand(1, 1, Deciding.NoEmergency, null, " ")).IsValid);
        Assert.False(rules.Validate(new DecideGradeCommand(1, 1, Deciding.OtherGrade, "purple", "why")).IsValid);
        Assert.False(rules.Validate(new DecideGradeCommand(1, 1, Deciding.Recorded, null, "why")).IsValid);
    }

    [Theory, Databases]
    public async Task Incident_Decides_AndAMissIsKept(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var found = await inbox.ConversationAsync(OnlyTheModel);
        var missed = await inbox.ConversationAsync("Is the station in Stone open on Saturday?", "robin");
        await JudgeAsync(inbox);
        await HearAsync(inbox, new IncidentRecorded(70, "0001", "2", "S1", TestForce.Start, found.Id));
        await HearAsync(inbox, new IncidentRecorded(71, "0002", "1", "S1", TestForce.Start, missed.Id));
        await HearAsync(inbox, new IncidentRecorded(71, "0002", "1", "S1", TestForce.Start, missed.Id));
        var decided = await inbox.RaisedAsync<JudgementDecided>();
        Assert.Equal(["1>2", ">1"], decided.Select(d => $"{d.Suggested}>{d.Decided}"));
        Assert.Null(await inbox.Get<IGradeSuggestions>().OfConversationAsync(InboxForce.Rees, found.Id, Ct));
    }

    [Theory, Databases]
    public async Task Context_CountsAsTheAdministratorSays(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var policy = new TriagePolicy { Places = ["Hanley Park"], Desk = new([DayOfWeek.Monday], new(9, 0), new(17, 0)), SoonFrom = 0.01, RepeatFrom = 2 };
        Assert.True(await inbox.Get<ChangePolicy>().HandleAsync(InboxForce.Okafor, new(0, policy with { BurstFrom = 2 }), Ct));
        await inbox.TakeAsync(Given.Item("1", $"{OnlyTheModel} in hanley PARK", onOurPost: true), Given.Item("2", "my 13 year old in Hanley Park, " + OnlyTheModel, thread: "other"));
        await JudgeAsync(inbox);
        var judged = await inbox.RaisedAsync<MessageJudged>();
        Assert.Equal(2, judged.Count);
        Assert.Superset(new HashSet<string> { "OwnPost", "InArea", "OutOfHours", "RepeatContact", "Burst" }, judged[0].Context.ToHashSet());
        Assert.Contains("Child", judged[1].Context);
        Assert.True(judged[0].Likelihood > judged[0].Danger);

        var off = policy with { Weights = [] };
        Assert.True(await inbox.Get<ChangePolicy>().HandleAsync(InboxForce.Okafor, new(1, off), Ct));
        await inbox.TakeAsync(Given.Item("3", $"{OnlyTheModel} in hanley PARK", "robin", onOurPost: true));
        await JudgeAsync(inbox);
        Assert.Empty((await inbox.RaisedAsync<MessageJudged>())[^1].Context);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> ", "&lt;script&gt;")]
    [InlineData("\u202Esid eh\u202C ", "\u202E")]
    [InlineData("\uD83D\uDE31\u0301 & \"x\" ", "&amp;")]
    public void HostileText_IsEscaped_WhateverIsMarked(string text, string kept)
    {
        var marks = Enumerable.Range(-2, text.Length + 6).SelectMany(s => new PoliceSocial.Triage.Reading.Mark[] { new(s, 3), new(s, 0), new(s, int.MaxValue) });
        var html = Said.Text(text, marks).ToString()!;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(html.Split("<mark>").Length, html.Split("</mark>").Length);
        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)));
        Assert.Contains(kept, Said.Text(text, []).ToString()!.Replace("&#x202E;", "\u202E", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", true)]
    [InlineData("2026-11-23T03:00:00Z", false)]
    [InlineData("2026-11-24T01:30:00Z", true)]
    [InlineData("2026-11-24T03:00:00Z", false)]
    [InlineData("2026-11-24T09:00:00Z", false)]
    public void Desk_MayBeStaffedOverMidnight(string at, bool staffed) => Assert.Equal(
        staffed, new DeskHours([DayOfWeek.Monday], new(8, 0), new(2, 0)).Covers(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory, Databases]
    public async Task File_ThatIsNoModel_LeavesTheOneInUse(Dialect dialect)
    {
        await using var inbox = await InboxForce.OpenAsync(dialect);
        var models = inbox.Get<ModelInUse>();
        Directory.CreateDirectory(Path.GetDirectoryName(models.Path)!);
        foreach (var text in new[] { "{", "null", "{\"format\":1,\"version\":\"mine\",\"threshold\":0.5}", "{\"format\":9}" })
        {
            await File.WriteAllTextAsync(models.Path, text, Ct);
            File.SetLastWriteTimeUtc(models.Path, new DateTime(2026, 11, 21, 2, 0, text.Length, DateTimeKind.Utc));
            inbox.Force.Clock.Advance(TimeSpan.FromSeconds(3));
            Assert.Same(TriageModel.Shipped, models.Current);
            Assert.NotNull(models.Problem);
        }

        await using (var file = File.Create(models.Path))
            ModelTraining.Retrain(TriageModel.Shipped, [.. InventedMessages.All.Select(m => m.ToExample())], "ours").Write(file);
        inbox.Force.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("ours", models.Current.Version);
        Assert.Null(models.Problem);
    }

    private static Task<ChangeResult> DecideAsync(InboxForce inbox, MessageJudged judged, Deciding how, string? grade = null, string? why = null) =>
        inbox.Get<DecideGrade>().HandleAsync(InboxForce.Rees, new(judged.ConversationId, judged.MessageId, how, grade, why), Ct);

    /// <summary>Hears all that was captured, as the pump does.</summary>
    private static async Task JudgeAsync(InboxForce inbox)
    {
        foreach (var following in await inbox.Get<JudgeArrivals>().PrepareAsync(await inbox.RaisedAsync<ItemCaptured>(), Ct))
        {
            if (following is not null)
                await InSessionAsync(inbox, ActByService(inbox), session => following(session, Ct));
        }
    }

    private static Task HearAsync(InboxForce inbox, IncidentRecorded happened) => InSessionAsync(
        inbox, inbox.Force.ActOf(InboxForce.Rees, new("incidents.record")), session => inbox.Get<WhenDecidedElsewhere>().HearAsync(happened, session, Ct));

    private static Act ActByService(InboxForce inbox) => inbox.Get<ActFactory>().ByService(new("inbox.capture"));

    private static async Task InSessionAsync(InboxForce inbox, Act act, Func<Session, Task> change)
    {
        await using var session = await inbox.Store.BeginAsync(act, Ct);
        await change(session);
        await session.CommitAsync(Ct);
    }

    private sealed class TwoGrades : IGrades
    {
        public IReadOnlyList<GradeName> All { get; } = [new("1", "Now", "risk"), new("2", "Soon", "warning")];
    }
}
