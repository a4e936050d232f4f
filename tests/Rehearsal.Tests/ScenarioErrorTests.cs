using PoliceSocial.Rehearsal.Script;

namespace PoliceSocial.Rehearsal.Tests;

public sealed class ScenarioErrorTests
{
    public static TheoryData<string, string> Mistakes { get; } = new()
    {
        { "", "line 1: the file is empty." },
        { "- a", "line 1: a scenario begins with 'title:', not with a list or a text." },
        { "title: [", "line 2: this is not YAML" },
        { "title: A\ntitle: B", "line 2: 'title' stands here twice." },
        { "title: A", "line 1: a scenario needs a 'timeline' with at least one entry." },
        { "title: A\ntimeline: soon", "line 2: 'timeline' is a list" },
        { "title: A\ntimelime:\n- x", "line 1: a scenario needs a 'timeline'" },
        { "title: A\ntimeline:\n- at: soon\n  by: force\n  says: x", "line 3: 'at' is a time such as +00:02:30, not 'soon'." },
        { "title: A\ntimeline:\n- at: 00:61\n  by: force\n  says: x", "line 3: 'at' is a time" },
        { "title: A\ntimeline:\n- by: force\n  says: x", "line 3: an entry of the timeline needs 'at'" },
        { "title: A\ntimeline:\n- at: 00:01\n  by: ann\n  says: x", "line 4: 'by' names 'ann', but nobody under 'people' has that name." },
        { "title: A\ntimeline:\n- at: 00:01\n  by: force", "line 3: this entry needs 'says'" },
        { "title: A\ntimeline:\n- at: 00:01\n  by: force\n  says: x\n  sais: y", "line 6: 'sais' is not understood in an entry of the timeline. It may have: at, by, " },
        { "title: A\ntimeline:\n- at: 00:01\n  by: force\n  says: x\n  in reply to: m3", "line 3: 'in reply to' names 'm3', but no message has that name." },
        { "title: A\ntimeline:\n- {at: 00:01, by: force, says: x, in reply to: m}\n- {at: 00:02, name: m, by: force, says: y}", "line 3: 'in reply to' names 'm', which is only written later, on line 4." },
        { "title: A\ntimeline:\n- {at: 00:01, name: m, by: force, says: x}\n- {at: 00:02, name: m, by: force, says: y}", "line 4: the name 'm' was already given on line 3." },
        { "title: A\ntimeline:\n- {at: 00:01, name: m, by: force, says: x}\n- {at: 00:02, edit: m, says: y}", "line 4: 'edit' names 'm', a post of the force" },
        { "title: A\ntimeline:\n- {at: 00:01, name: M!, by: force, says: x}", "line 3: the name 'M!' may have small letters" },
        { "title: A\npeople:\n  force: {name: x}\ntimeline:\n- {at: 00:01, by: force, says: x}", "line 3: 'force' is the force itself" },
        { "title: A\npeople:\n  ann:\n    name: Ann\n    reacts:\n    - to: shouting\n      after: 00:10\n      says: x\ntimeline:\n- {at: 00:01, by: ann, says: x}", "line 6: 'to' is 'public reply', 'private message' or 'either', not 'shouting'." },
        { "title: A\npeople:\n  ann:\n    name: Ann\n    reacts:\n    - says: x\ntimeline:\n- {at: 00:01, by: ann, says: x}", "line 6: a reaction needs 'after'" },
        { "title: A\npeople: {ann: {name: Ann}}\ntimeline:\n- {at: 00:01, name: m, by: ann, privately: yes, says: x}\n- {at: 00:02, by: ann, in reply to: m, says: x}", "line 5: 'in reply to' names 'm', which is private; both must be the same." },
        { "title: A\ntimeline:\n- at: 00:01\n  flood:\n    messages: 10\n    over: 00:10\n    says: it is {x}", "line 7: '{x}' stands in a text, but there is no 'x' under 'words'." },
        { "title: A\ntimeline:\n- at: 00:01\n  flood:\n    messages: lots\n    over: 00:10\n    says: x", "line 5: 'messages' is a whole number from 1 to 50000, not 'lots'." },
        { "title: A\ntimeline:\n- at: 00:01\n  by: force\n  media:\n  - file: ../secret.png", "line 6: 'file' is the name of a file in the scenario's own folder, without a path." },
        { "title: A\ntimeline:\n- at: 00:01\n  by: force\n  media:\n  - picture: cat", "line 6: there is no picture 'cat'. There are: bars, " },
        { "title: &a A\nabout: *a\ntimeline: []", "line 1: anchors and aliases" },
        { "title: A\nlength: 00:01\ntimeline:\n- {at: 00:02, by: force, says: x}", "line 2: 'length' ends before" },
        { "title: A\ntimeline:\n- {at: 00:01, by: force, says: x}\n---\ntitle: B", "line 4: a file holds one scenario" },
        { "title: A\ntimeline:\n- {at: 00:01, by: force, says: Well, that is that}", "line 3: 'that is that' stands alone. A text with a comma needs \"quotes\"" },
        { "title: [[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]", "line 1: this is nested too deeply." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_OfAMistake_NamesItsLineAndWhatIsWrong(string yaml, string expected)
    {
        var mistake = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(yaml));
        Assert.StartsWith(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAScenarioWithAMistake_TellsTheAuthor()
    {
        await using var exercise = new Exercising("title: A\ntimeline:\n- at: 00:01\n  by: ann\n  says: x");
        var why = Exercising.Refused(await exercise.Connector.CheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal("The scenario cannot be played: line 4: 'by' names 'ann', but nobody under 'people' has that name.", why);
        Exercising.Refused(await exercise.Collector.CollectAsync(null, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("speed", "fast", "speed 'fast'")]
    [InlineData("speed", "0", "speed '0'")]
    [InlineData("speed", "1e5", "speed '1e5'")]
    [InlineData("start", "tomorrow", "start 'tomorrow'")]
    [InlineData("loop", "maybe", "'maybe'")]
    [InlineData("scenario", "../../etc/passwd", "no scenario '../../etc/passwd'")]
    [InlineData("file", "../own", "no scenario '../own'")]
    [InlineData("file", "missing", "no scenario 'missing' in the folder")]
    public async Task Check_OfASettingThatCannotBe_SaysSo(string name, string value, string expected)
    {
        await using var exercise = new Exercising();
        exercise.Set(name, value);
        Assert.Contains(expected, Exercising.Refused(await exercise.Connector.CheckAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
