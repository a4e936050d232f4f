using FsCheck.Xunit;
using PoliceSocial.Triage.Judging;

namespace PoliceSocial.Triage.Tests;

public class HostileText
{
    [Property(MaxTest = 300)]
    public bool Judge_OfAnyText_EndsWithMarksInsideIt(string? text)
    {
        var judged = TriageModel.Shipped.Judge(text ?? "");
        return judged.Danger is >= 0 and <= 1
            && judged.Reasons.All(r => r.Where is not { } w || (w.Start >= 0 && w.Length > 0 && w.Start + w.Length <= text!.Length));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('@')]
    [InlineData('\u0300')]
    [InlineData('\uD83D')]
    [InlineData('"')]
    public void Judge_OfAHugeText_ReadsItsBeginningOnly(char c)
    {
        var judged = TriageModel.Shipped.Judge(new string(c, 1_000_000));
        Assert.InRange(judged.Danger, 0, 1);
    }
}
