using PoliceSocial.Triage.Training;

namespace PoliceSocial.Triage.Tests;

public class InventedMessagesTests
{
    [Fact]
    public void All_AreManyAndOfEverySort()
    {
        Assert.True(InventedMessages.All.Count >= 300);
        string[] sorts = ["emergency", "crime", "complaint", "abuse", "sarcasm", "lyric", "football", "news", "welsh"];
        Assert.All(sorts, s => Assert.Contains(InventedMessages.All, m => m.Kind == s));
        Assert.All(InventedMessages.All, m => Assert.InRange(m.Grade, 1, 4));
        Assert.Equal(InventedMessages.All.Count, InventedMessages.All.Select(m => m.Text).Distinct().Count());
    }

    [Fact]
    public void CrossValidate_FindsNearlyEveryEmergency_AndFlagsLittleElse()
    {
        var judged = ModelTraining.CrossValidate([.. InventedMessages.All.Select(m => m.ToExample())]);
        var harmless = judged.Where(j => j.Example.Danger == false).Select(j => j.Danger).OrderDescending().ToList();
        var threshold = harmless[(int)(harmless.Count * 0.1)];
        var emergencies = judged.Where(j => j.Example.Danger == true).ToList();
        var missed = emergencies.Where(j => j.Danger <= threshold).Select(j => j.Example.Text).ToList();
        Assert.True(missed.Count <= emergencies.Count * 0.01, string.Join(Environment.NewLine, missed));
    }
}
