using System.Text;
using PoliceSocial.Triage.Judging;
using PoliceSocial.Triage.Training;

namespace PoliceSocial.Triage.Tests;

/// <summary>The shipped model, on messages that it was not trained on.</summary>
public class ModelTests
{
    private static readonly TriageModel Model = TriageModel.Shipped;

    [Theory]
    [InlineData("there's a bloke with a machete by the cinema doors, people are running")]
    [InlineData("my little girl has gone from the playground, she's 4, yellow dress, please help")]
    [InlineData("he's strangling her, please come quick, 8 Fern Close")]
    [InlineData("I can't go on any more. I've taken all my tablets")]
    [InlineData("car upside down in the river by the mill, someone is inside")]
    [InlineData("Mae dyn gyda chyllell tu allan i'r ysgol nawr, dewch yn syth")]
    public void Judge_OfAnEmergency_SuggestsOne(string text) =>
        Assert.Equal(Suggestion.Emergency, Model.Judge(text).Suggestion);

    [Theory]
    [InlineData("What time does the station open tomorrow?")]
    [InlineData("Thank you so much to the officer who helped my mum last week")]
    [InlineData("Goal!! absolute rocket into the bottom corner, keeper had no chance")]
    [InlineData("Police: man jailed for stabbing outside nightclub in 2021 http://example.org/a")]
    [InlineData("my bike was stolen last Tuesday, how do I get a crime number?")]
    [InlineData("Diolch am eich gwaith, da iawn bawb")]
    public void Judge_OfAnythingElse_SuggestsNone(string text) =>
        Assert.Equal(Suggestion.Routine, Model.Judge(text).Suggestion);

    [Theory]
    [InlineData("pomocy, mój mąż mnie bije, proszę przyjedźcie szybko", "pl")]
    [InlineData("النجدة، رجل يحمل سكينا", "ar")]
    [InlineData("ajutor, cineva a căzut în râu lângă pod", "ro")]
    [InlineData("মদ করুন, আগুন লেগেছে", "bn")]
    public void Judge_OfAnotherLanguage_IsToldApart(string text, string code)
    {
        var judged = Model.Judge(text);
        Assert.Equal(code, judged.Tongue.Code);
        Assert.NotEqual(Suggestion.Routine, judged.Suggestion);
    }

    [Theory]
    [InlineData("pigs", "und")]
    [InlineData("🔥🔥🔥", "und")]
    [InlineData("", "und")]
    [InlineData("Mae'r sŵn yn ofnadwy bob nos Wener", "cy")]
    [InlineData("liars. all of you. liars", "en")]
    public void Judge_OfShortOrMixedText_SaysNoLanguageThatItCannotKnow(string text, string code) =>
        Assert.Equal(code, Model.Judge(text).Tongue.Code);

    [Fact]
    public void Judge_ExplainsItself_ByWordsWhereTheyStand()
    {
        const string Text = "There is a man with a knife outside the school now";
        var reasons = Model.Judge(Text).Reasons;
        var weapon = Assert.Single(reasons, r => r.Says == "a weapon");
        Assert.Equal("knife", Text.Substring(weapon.Where!.Start, weapon.Where.Length));
        Assert.True(weapon.Adds > 0);
        Assert.True(reasons.Count <= 8);
    }

    [Fact]
    public void Judge_FindsAWordHoweverItIsDisguised()
    {
        var plain = Model.Judge("he has a knife and he is going to kill me");
        var disguised = Model.Judge("he has a kn\u0456fe and he is going to k\u200Bill me");
        Assert.Equal(plain.Danger, disguised.Danger, 6);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameModel()
    {
        using var json = new MemoryStream();
        Model.Write(json);
        json.Position = 0;
        var again = TriageModel.Read(json);
        Assert.Equal(Model.Judge("someone help, he has a gun").Danger, again.Judge("someone help, he has a gun").Danger);
        Assert.Equal(Model.Version, again.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("{\"format\":99}")]
    public void Read_OfSomethingElse_SaysSo(string json) =>
        Assert.Throws<FormatException>(() => TriageModel.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void Train_WithoutBothAnswers_SaysWhatIsMissing()
    {
        var e = Assert.Throws<ArgumentException>(() => ModelTraining.Retrain(Model, [new("help", "a", Danger: true)], "x"));
        Assert.Contains("danger", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Retrain_OnTheForcesOwnDecisions_LearnsFromThem()
    {
        const string Local = "the blue lamp is lit at Gorsefield again";
        var own = Enumerable.Range(0, 40).Select(i => new Example($"{Local} {i}", "own", Danger: true));
        var before = Model.Judge(Local).Danger;
        var trained = ModelTraining.Retrain(Model, [.. InventedMessages.All.Select(m => m.ToExample()), .. own], "own");
        Assert.True(before < Model.Threshold);
        Assert.Equal(Suggestion.Emergency, trained.Judge(Local).Suggestion);
    }
}
