using PoliceSocial.Conformance;

namespace PoliceSocial.Connectors.Tests.Kit;

/// <summary>The kit passes a connector that keeps the rules.</summary>
public sealed class CarefulConformance : ConnectorConformance
{
    /// <inheritdoc/>
    protected override Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct) => Task.FromResult<ConnectorSubject>(new CarelessSubject("none"));
}

/// <summary>The kit notices each rule that is broken.</summary>
public sealed class KitTests
{
    [Theory]
    [InlineData("repeats", nameof(ConnectorConformance.Collect_GoingOn_BringsOnlyWhatIsNew))]
    [InlineData("newest first", nameof(ConnectorConformance.Collect_HandsOverEverything_OldestFirst))]
    [InlineData("goes on by itself", nameof(ConnectorConformance.Collect_AskedAgainFromTheSamePlace_PassesNothingOver))]
    [InlineData("rewrites", nameof(ConnectorConformance.Collect_KeepsTheBytesAsTheyCame))]
    [InlineData("posts twice", nameof(ConnectorConformance.Publish_TwiceWithOneKey_PostsOnce))]
    [InlineData("tries again", nameof(ConnectorConformance.Publish_WhenTheAnswerIsLost_IsUnknown_AndThenFound))]
    [InlineData("impatient", nameof(ConnectorConformance.Throttled_WaitsAsLongAsIsAsked))]
    [InlineData("hopeful", nameof(ConnectorConformance.Unauthorized_NeedsAPerson))]
    [InlineData("tells", nameof(ConnectorConformance.Malformed_IsBroken_AndLeaksNothing), "a web page")]
    [InlineData("deaf", nameof(ConnectorConformance.Cancelled_EndsWithinASecond))]
    [InlineData("strays", nameof(ConnectorConformance.Hosts_AreThoseOfTheManifest))]
    [InlineData("lingers", nameof(ConnectorConformance.Plugin_Unloads))]
    public async Task Kit_Notices(string sin, string rule, params string[] more)
    {
        var kit = new Sinner(sin);
        await kit.InitializeAsync();
        try
        {
            var test = typeof(ConnectorConformance).GetMethod(rule)!;
            var failure = await Record.ExceptionAsync(() => (Task)test.Invoke(kit, [.. more])!);
            Assert.IsAssignableFrom<Xunit.Sdk.IAssertionException>(failure);
        }
        finally
        {
            await kit.DisposeAsync();
        }
    }

    private sealed class Sinner(string sin) : ConnectorConformance
    {
        protected override TimeSpan Deadline => TimeSpan.FromSeconds(3);

        protected override Task<ConnectorSubject> MakeSubjectAsync(CancellationToken ct) => Task.FromResult<ConnectorSubject>(new CarelessSubject(sin));
    }
}
