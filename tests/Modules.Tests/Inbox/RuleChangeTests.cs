using FsCheck.Xunit;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Inbox.Flag;
using PoliceSocial.Inbox.Rules;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Inbox;

public sealed class RuleChangeTests
{
    private static CancellationToken Ct => InboxForce.Ct;

    [Theory, Databases]
    public async Task Rule_WorksFromTheNextMessageOn_AndNoMoreWhenSwitchedOff(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1", "A dragon!", "a1"));
        var definition = new RuleDefinition { Any = ["dragon*"] };
        var id = await AddAsync(force, new(null, 0, "Dragons", true, definition));
        await force.TakeAsync(Given.Item("m2", "Two dragons!", "a2"));
        await force.Get<ChangeRule>().HandleAsync(InboxForce.Rees, new(id, 1, "Dragons", false, definition), Ct);
        await force.TakeAsync(Given.Item("m3", "Three dragons!", "a3"));

        Assert.Equal([false, true, false], (await force.ConversationsAsync()).Select(c => c.FlaggedAt is not null));
        Assert.Equal([$"{id}.1"], Assert.Single(await force.RaisedAsync<ConversationFlagged>()).Rules);
        var told = (await force.RaisedAsync<RiskRuleChanged>()).Where(e => e.RuleId == id).ToList();
        Assert.Equal([(1, true), (2, false)], told.Select(e => (e.RuleVersion, e.Enabled)));
    }

    [Theory, Databases]
    public async Task Rule_ThatAColleagueChangedMeanwhile_IsNotOverwritten(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        var change = force.Get<ChangeRule>();
        var id = await AddAsync(force, new(null, 0, "Dragons", true, new() { Any = ["dragon"] }));
        Assert.IsType<ChangeRuleResult.Changed>(await change.HandleAsync(InboxForce.Okafor, new(id, 1, "Dragons and worms", true, new() { Any = ["worm"] }), Ct));
        Assert.IsType<ChangeRuleResult.Overtaken>(await change.HandleAsync(InboxForce.Rees, new(id, 1, "Snakes", true, new() { Any = ["snake"] }), Ct));

        Assert.Contains(await force.Store.QueryAsync(RiskRules.All, null, Ct), r => (r.Id, r.Name, r.Version) == (id, "Dragons and worms", 2));
    }

    [Theory, Databases]
    public async Task Rule_ThatCannotBeUsed_LeavesTheOthersAtWork(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.Get<ChangeRule>().HandleAsync(InboxForce.Rees, new(null, 0, "Dragons", true, new() { Any = ["dragon"] }), Ct);
        await force.Get<ChangeRule>().HandleAsync(InboxForce.Rees, new(null, 0, "Bad", true, new() { Patterns = ["("] }), Ct);
        await force.TakeAsync(Given.Item("m1", "A dragon!"));

        Assert.NotNull(Assert.Single(await force.ConversationsAsync()).FlaggedAt);
    }

    [Theory]
    [InlineData("wren.h", "Wren Hollis", "@Wren.H", true)]
    [InlineData("wren.h", "Wren Hollis", "wren hollis", true)]
    [InlineData("wren.h", "Wren Hollis", "the wrén hollis affair", true)]
    [InlineData("wrenh99", "Wren", "wrenh99*", true)]
    [InlineData("wrenh99", "Wren", "wren's nest", false)]
    [InlineData("wrenh99", "Wren", "wren", true)]
    [InlineData("knife", "Knife", "knife", false)]
    [InlineData("wren.h", "Wren Hollis", "dragon", false)]
    public async Task Rule_ThatNamesSomebodyWhoWrote_IsRefused(string handle, string name, string term, bool refused)
    {
        await using var force = await InboxForce.OpenAsync(Dialect.Sqlite);
        await force.TakeAsync(Given.Item("m1") with { Author = new("did:wren", handle, name) });
        var before = await force.RaisedAsync<RiskRuleChanged>();
        foreach (var definition in new RuleDefinition[] { new() { Any = ["storm", term] }, new() { Together = [["storm"], [term]] }, new() { Patterns = [term.Replace('.', ' ')] } })
        {
            var result = await force.Get<ChangeRule>().HandleAsync(InboxForce.Rees, new(null, 0, "Rule", true, definition), Ct);
            Assert.Equal(refused, result is ChangeRuleResult.NamesSomebody);
        }

        Assert.Equal(refused ? 0 : 3, (await force.RaisedAsync<RiskRuleChanged>()).Count - before.Count);
    }

    [Fact]
    public void Rule_WithoutAnythingToFind_OrThatCannotBeUsed_IsRefusedInTheForm()
    {
        var validator = new ChangeRuleValidator();
        Assert.False(validator.Validate(new ChangeRuleCommand(null, 0, "Empty", true, new())).IsValid);
        Assert.False(validator.Validate(new ChangeRuleCommand(null, 0, "Only unless", true, new() { Unless = ["x"] })).IsValid);
        Assert.False(validator.Validate(new ChangeRuleCommand(null, 0, "Broken", true, new() { Patterns = ["("] })).IsValid);
        Assert.False(validator.Validate(new ChangeRuleCommand(null, 0, "", true, new() { Any = ["x"] })).IsValid);
        Assert.True(validator.Validate(new ChangeRuleCommand(null, 0, "Good", true, new() { Any = ["x"] })).IsValid);
    }

    [Theory, Databases]
    public async Task Bench_ReadsStoredMessagesOfThePublic_WhereThePersonMayLook(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1", "A dragon!"), Given.Item("m2", "A worm"), Given.Own("o1", "m1", "No dragon here"));
        await force.TakeOnAsync(200, Given.Item("m3", "dragon"));
        var tried = await force.Get<TryRules>().HandleAsync(TriageTests.Limited([100], []), new() { Any = ["dragon"] }, Ct);

        Assert.Equal((2, 1, "A dragon!"), (tried.Messages, tried.AllHits, Assert.Single(tried.Hits).Text));
        Assert.Equal((2, 1), (await force.RaisedAsync<RiskRulesTried>()).Select(e => (e.Messages, e.Hits)).Single());
    }

    [Theory, Databases]
    public async Task Bench_ForSomebodyWhoReadsNoMessages_SaysHowManyOfAll_AndShowsNone(Dialect dialect)
    {
        await using var force = await InboxForce.OpenAsync(dialect);
        await force.TakeAsync(Given.Item("m1", "A dragon!"), Given.Item("m2", "A worm"));
        await force.TakeOnAsync(200, Given.Item("m3", "dragon"));
        var tried = await force.Get<TryRules>().HandleAsync(TestForce.Staff(5, "inbox.manage-rules"), new() { Any = ["dragon"] }, Ct);

        Assert.Equal((3, 2), (tried.Messages, tried.AllHits));
        Assert.Empty(tried.Hits);
        Assert.Equal((3, 2), (await force.RaisedAsync<RiskRulesTried>()).Select(e => (e.Messages, e.Hits)).Single());
    }

    [Property(MaxTest = 1_500)]
    public void AnyDefinition_IsEitherRefusedInWordsOrJudges(string?[] terms, string?[] patterns, string? message, bool together)
    {
        var any = terms.Select(t => t ?? "").ToArray();
        RuleSet rules;
        try
        {
            rules = new([(1, 1, "A rule", new() { Any = together ? [] : any, Together = together ? [any, []] : [], Patterns = [.. patterns.Select(p => p ?? "")], Unless = [] })]);
        }
        catch (FormatException e)
        {
            Assert.Contains("A rule", e.Message, StringComparison.Ordinal);
            return;
        }

        var text = $"{message} {string.Join(' ', any)}";
        foreach (var mark in rules.Judge(new(text, false, true)).SelectMany(f => f.Marks))
            Assert.InRange(mark.Start + mark.Length, 1, text.Length);
    }

    private static async Task<long> AddAsync(InboxForce force, ChangeRuleCommand command) =>
        Assert.IsType<ChangeRuleResult.Changed>(await force.Get<ChangeRule>().HandleAsync(InboxForce.Rees, command, Ct)).Id;
}
