using PoliceSocial.Inbox.Flag;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Modules.Tests.Inbox;

/// <summary>What the rules that every force begins with flag, and what they leave alone. All messages are invented.</summary>
public sealed class RuleTests
{
    private static readonly RuleSet Shipped = new(ShippedRules.All.Select((r, i) => ((long)i + 1, 1, r.Name, r.Definition)));

    [Theory]
    [InlineData("I want to die")]
    [InlineData("honestly i wanna die tonight")]
    [InlineData("Gonna kill myself, nobody cares")]
    [InlineData("My brother said he's going to jump off the car park roof")]
    [InlineData("I've taken tablets, lots of them")]
    [InlineData("she took an overdose half an hour ago")]
    [InlineData("he's suicidal and won't answer his phone")]
    [InlineData("theres no reason to live any more")]
    [InlineData("They'd be better off without me")]
    [InlineData("I can’t go on like this")]
    [InlineData("been self harming again")]
    [InlineData("There's a lad with a knife outside the chippy")]
    [InlineData("someone's been stabbed, there is blood everywhere")]
    [InlineData("Man with a machete running down Bucknall Road")]
    [InlineData("hes got a gun")]
    [InlineData("A gang is attacking people outside the Crown, help")]
    [InlineData("acid thrown at someone just now in Longton")]
    [InlineData("Shots fired, someone's been shot, please help")]
    [InlineData("they've been threatening her with an axe")]
    [InlineData("my dad isn't breathing — not breathing!!")]
    [InlineData("He's unconscious in the alley behind Greggs")]
    [InlineData("There's a house fire on Leek Road, people inside")]
    [InlineData("kids drowning in the quarry")]
    [InlineData("woman in the canal by the lock")]
    [InlineData("There is someone on the tracks at Stone")]
    [InlineData("a bloke is on the wrong side of the bridge, A500")]
    [InlineData("my nan has collapsed")]
    [InlineData("he hit me again and the kids saw")]
    [InlineData("I'm scared to go home")]
    [InlineData("she locked me in and took my phone")]
    [InlineData("my ex strangled me last night")]
    [InlineData("He threatened to kill me if I leave")]
    [InlineData("he won't let me leave the house")]
    [InlineData("A little girl is alone and crying at the bus station")]
    [InlineData("someone just snatched a baby from a pram")]
    [InlineData("my 13 year old is missing since school")]
    [InlineData("I think my daughter is being groomed online")]
    [InlineData("a man followed a schoolgirl home today")]
    [InlineData("child locked in a car at Tesco, boiling hot")]
    [InlineData("Please help me")]
    [InlineData("can you send someone, I cant speak")]
    [InlineData("I need the police but can't ring")]
    [InlineData("SOMEBODY HELP")]
    [InlineData("rang 999 and nobody came")]
    [InlineData("there is a bomb in the shopping centre")]
    [InlineData("Suspicious package left at the bus stop")]
    [InlineData("he says he has explosives")]
    [InlineData("they are holding a hostage in the flat")]
    [InlineData("This is an emergency, my mum has fallen and she won't wake up")]
    [InlineData("its an emergency please")]
    [InlineData("The emergency services never came, he isn't breathing")]
    [InlineData("The flat above is on fire and there's a baby inside")]
    [InlineData("someone is trapped under a car on Marsh Street, hurry")]
    [InlineData("we're trapped, the water is coming in, please")]
    [InlineData("Derby day again: lad on the ground outside the Crown, gang kicking his head in, help")]
    [InlineData("bloke waving a sword outside Asda")]
    [InlineData("my friend is choking and going blue help")]
    [InlineData("I've taken tablets. Put that song on for me")]
    [InlineData("i dont want to be here anymore")]
    [InlineData("I bought a bath bomb but there is a real bomb under the bench")]
    public void Shipped_Flags(string message) => Assert.NotEmpty(Judge(message));

    [Theory]
    [InlineData("I saw her at the bus stop in Stone at about ten")]
    [InlineData("She was in the Spar on Uttoxeter Road ten minutes ago")]
    [InlineData("just served him in the kebab shop")]
    [InlineData("He's here now!!")]
    [InlineData("I recognise that coat")]
    [InlineData("Think he walked past me near the park")]
    public void Shipped_FlagsASighting_OnOurOwnPostsOnly(string message)
    {
        Assert.NotEmpty(Judge(message, onOurPost: true));
        Assert.Empty(Judge(message));
    }

    [Theory]
    [InlineData("When does the front desk open on Sunday?")]
    [InlineData("Well done to all the officers involved")]
    [InlineData("Typical. Never see a bobby on the beat round here")]
    [InlineData("How do I report a lost passport?")]
    [InlineData("My neighbour's dog barks all night, who do I tell?")]
    [InlineData("Thanks for the update 👍")]
    [InlineData("The speed van on the A50 is a cash cow")]
    [InlineData("Great photo of the police horse")]
    [InlineData("Somebody keyed my car in the multi-storey")]
    [InlineData("Is the road still closed by the hospital?")]
    [InlineData("Where can I hand in a found wallet?")]
    [InlineData("Are you recruiting PCSOs this year?")]
    [InlineData("Can someone tell me why the helicopter was up last night?")]
    [InlineData("Parking on the pavement again outside the school")]
    [InlineData("You lot are useless")]
    [InlineData("That episode about the suicide bomber was brilliant, best thing on Netflix")]
    [InlineData("Which film has the line I want to die in it?")]
    [InlineData("Lovely bath bombs at the fair, thank you for the security tips")]
    [InlineData("My kids love the new park")]
    [InlineData("Caught my bike thief on camera, where do I upload it?")]
    [InlineData("Lost my phone in town on Friday")]
    [InlineData("Congratulations on the award")]
    [InlineData("Thanks to all the emergency services who turned out last night")]
    [InlineData("Which non-emergency number do I ring about a noisy party?")]
    [InlineData("There is a car parked across the emergency exit of the leisure centre, again")]
    [InlineData("The council's emergency budget is a joke")]
    [InlineData("Only call 999 if it is urgent, people, use the online form")]
    [InlineData("Vale are on fire tonight, what a second half")]
    [InlineData("Great shot by the new striker, someone sign him up")]
    [InlineData("United attack down the left, penalty, goal!")]
    [InlineData("He crushed it at the darts")]
    [InlineData("My team collapsed laughing at that one")]
    [InlineData("New song out now: Gun In My Hand, link in bio")]
    [InlineData("The lyrics go I can't go on, help me, I'm drowning")]
    [InlineData("BREAKING: man with a knife arrested in London, BBC News")]
    [InlineData("Inquest hears how he was found unconscious in the river in 2019")]
    [InlineData("Remembering those killed in the bomb attack thirty years ago, RIP")]
    [InlineData("RT Trentmoor Gazette: two jailed after machete attack outside club")]
    [InlineData("Suicide Squad is on at the Odeon, is the car park open?")]
    [InlineData("We overdosed on chocolate at Easter, send the fun police")]
    [InlineData("Nearly had a heart attack when I saw that speeding fine")]
    [InlineData("Is the knife amnesty bin still outside the station?")]
    [InlineData("Fishing in the river without a licence, is that you or the bailiffs?")]
    [InlineData("My dog groomer's kids found this lost glove")]
    [InlineData("Can't go on the M6 again, total carnage every Friday")]
    [InlineData("Jumping the gun a bit there, just saying")]
    public void Shipped_LeavesAlone(string message) => Assert.Empty(Judge(message));

    [Theory]
    [InlineData("ѕuісіdаl")]
    [InlineData("ＳＵＩＣＩＤＡＬ")]
    [InlineData("𝓼𝓾𝓲𝓬𝓲𝓭𝓪𝓵")]
    [InlineData("ⓢⓤⓘⓒⓘⓓⓐⓛ")]
    [InlineData("sùïcídål")]
    [InlineData("s\u0336u\u0336i\u0336c\u0336i\u0336d\u0336a\u0336l\u0336")]
    [InlineData("sui\u200Bci\u200Ddal")]
    [InlineData("su\u00ADi\u2060c\uFEFFidal")]
    [InlineData("\u202Esui\u202Ccidal")]
    [InlineData("\u2067suicidal\u2069")]
    [InlineData("sui\u3164ci\u115Fdal")]
    [InlineData("SuIcIdAl")]
    [InlineData("#suicidal")]
    [InlineData("sui\uFE0Fcidal")]
    public void Disguise_MakesNoDifference(string message)
    {
        var finding = Assert.Single(Judge($"she is {message} tonight"));
        Assert.Equal("Danger to their own life", finding.Rule);
    }

    [Fact]
    public void Mark_ShowsWhereItWasFound()
    {
        const string message = "Pls: ки11 - no, k\u200Bі11 - no, K\u200Bіll mysеlf now";
        var mark = Assert.Single(Assert.Single(Judge(message)).Marks);
        Assert.Equal("K\u200Bіll mysеlf", message.Substring(mark.Start, mark.Length));
    }

    [Fact]
    public void Star_StandsForAnyEndingOfItsWordAlone()
    {
        var rules = One(new() { Any = ["overdos*", "burn* down"] });
        Assert.All(["overdose", "Overdosing!", "overdos", "it will burn down", "burning down"], m => Assert.NotEmpty(rules.Judge(new(m, false, false))));
        Assert.All(["over dose", "overdo", "overd os", "burn it down", "burn downs", "unoverdose"], m => Assert.Empty(rules.Judge(new(m, false, false))));
        Assert.Throws<FormatException>(() => One(new() { Any = ["ab*"] }));
        Assert.Throws<FormatException>(() => One(new() { Any = ["*"] }));
        Assert.Throws<FormatException>(() => One(new() { Any = ["…"] }));
    }

    [Fact]
    public void Combination_NeedsOneOfEachGroup_AndNoExclusion()
    {
        var rules = One(new() { Any = ["school"], Together = [["knife", "gun"], ["now", "today"]], Unless = ["toy", "water gun"] });
        Assert.NotEmpty(rules.Judge(new("Today a gun at school", false, false)));
        Assert.All(
            ["a gun at school", "today a gun", "school today", "a toy gun at school today", "a water gun, a knife, at school now"],
            m => Assert.Empty(rules.Judge(new(m, false, false))));
    }

    [Fact]
    public void Exception_TakesAWordAwayWhereItStands_AndNowhereElse()
    {
        var rules = One(new() { Any = ["emergency", "bomb*"], Patterns = [], Except = ["emergency services", "bath bomb*"] });
        Assert.All(["the emergency services", "two bath bombs", "Emergency SERVICES!"], m => Assert.Empty(rules.Judge(new(m, false, false))));
        var found = Assert.Single(rules.Judge(new("the emergency services say it is an emergency", false, false)));
        Assert.Equal(new Mark("the emergency services say it is an ".Length, "emergency".Length), Assert.Single(found.Marks));
        Assert.Empty(One(new() { Patterns = ["bomb"], Except = ["bath bomb"] }).Judge(new("a bath bomb", false, false)));
    }

    [Fact]
    public void Definition_KeptBeforeExceptionsWereKnown_IsReadAsItWas() =>
        Assert.Empty(RuleDefinition.Read("{\"any\":[\"help\"],\"unless\":[\"song\"]}").Except);

    [Fact]
    public void Audience_ConfinesARule()
    {
        var rules = One(new() { Any = ["help"], Audience = RuleAudience.Private });
        Assert.NotEmpty(rules.Judge(new("help", true, false)));
        Assert.Empty(rules.Judge(new("help", false, false)));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)*x")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void Pattern_OfAnyShape_TakesTimeInProportionToTheText(string pattern)
    {
        var rules = One(new() { Patterns = [pattern] });
        var began = TimeProvider.System.GetTimestamp();
        rules.Judge(new(new string('a', 100_000) + "!", false, false));
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "A pattern went back over the text again and again.");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("[z-a]")]
    [InlineData("((((a{1000}){1000}){1000}){1000})")]
    public void Pattern_ThatCannotBeUsed_IsRefusedInWords(string pattern)
    {
        var refused = Assert.Throws<FormatException>(() => One(new() { Patterns = [pattern] }));
        Assert.Contains("“A rule” cannot be used", refused.Message, StringComparison.Ordinal);
    }

    private static RuleSet One(RuleDefinition definition) => new([(1, 1, "A rule", definition)]);

    private static IReadOnlyList<Finding> Judge(string message, bool onOurPost = false) => Shipped.Judge(new(message, false, onOurPost));
}
