using Microsoft.Extensions.Time.Testing;
using PoliceSocial.Platform;

namespace PoliceSocial.Modules.Tests.Platform;

public sealed class IdsTests
{
    [Fact]
    public void New_WhenTheClockIsSetBack_StillGrows()
    {
        var clock = new FakeTimeProvider(TestForce.Start);
        var ids = new Ids(clock);
        var before = ids.New();
        clock.AdjustTime(TestForce.Start.AddHours(-1));
        Assert.True(ids.New() > before);
    }

    [Fact]
    public void New_FromManyThreads_NeverRepeats()
    {
        var ids = new Ids(TimeProvider.System);
        var all = ParallelEnumerable.Range(0, 100_000).Select(_ => ids.New()).ToHashSet();
        Assert.Equal(100_000, all.Count);
    }

    [Fact]
    public void New_OfTwoHostsInTheSameMillisecond_Differs()
    {
        var clock = new FakeTimeProvider(TestForce.Start);
        Assert.NotEqual(new Ids(clock, 1).New(), new Ids(clock, 2).New());
    }

    [Fact]
    public void At_LiesBelowEveryIdMadeFromThenOn()
    {
        var clock = new FakeTimeProvider(TestForce.Start);
        var earlier = new Ids(clock, 63).New();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.InRange(Ids.At(clock.GetUtcNow()), earlier + 1, new Ids(clock).New());
    }
}
