using PoliceSocial.Channels.Change;
using PoliceSocial.Channels.Connect;
using PoliceSocial.Channels.Model;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Platform.Access;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Channels;

public sealed class EditTests
{
    [Theory, Databases]
    public async Task Edit_ByTwoPeopleAtOnce_KeepsTheFirstAndTellsTheSecond(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var seen = await force.ConnectAsync();
        var edit = force.Get<EditChannel>();

        var first = await edit.RunAsync(ChannelsForce.Manager, seen, new() { Name = "The first's" }, seen.Row.Version, ChannelsForce.Ct);
        var second = await edit.RunAsync(TestForce.Staff(8, "channels.manage"), seen, new() { Name = "The second's" }, seen.Row.Version, ChannelsForce.Ct);

        Assert.IsType<EditOutcome.Saved>(first);
        Assert.IsType<EditOutcome.ChangedMeanwhile>(second);
        Assert.Equal("The first's", (await force.ChannelAsync()).Name);
        Assert.Single(await force.RaisedAsync<ChannelChanged>());
    }

    [Theory, Databases]
    public async Task Edit_LeavesTheConnectorAndTheNatureAlone(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var before = (await force.ConnectAsync()).Row;
        var details = new ChannelDetails { Name = "Renamed", TeamId = 5, RepliesNeedApproval = true, PurposeNeeded = true, QuietRule = QuietRule.Fixed, QuietMinutes = 90 };
        await force.Get<EditChannel>().RunAsync(ChannelsForce.Manager, await force.ChannelAsync(), details, before.Version, ChannelsForce.Ct);

        var expected = before with
        {
            Name = "Renamed",
            TeamId = 5,
            RepliesNeedApproval = true,
            PurposeNeeded = true,
            QuietRule = QuietRule.Fixed,
            QuietMinutes = 90,
            Version = before.Version + 1,
        };
        Assert.Equal(expected, (await force.ChannelAsync()).Row);
    }

    [Theory, Databases]
    public async Task Edit_OnAChannelBeyondOnesReach_IsNotAllowed(Dialect dialect)
    {
        await using var force = await ChannelsForce.OpenAsync(dialect);
        var channel = await force.ConnectAsync();
        var elsewhere = ChannelsForce.Manager with { Grants = new([("channels.manage", Reach.Only([999], []))]) };
        Assert.IsType<EditOutcome.NotAllowed>(await force.Get<EditChannel>().RunAsync(elsewhere, channel, new() { Name = "X" }, channel.Row.Version, ChannelsForce.Ct));
        Assert.Equal(StateOutcome.NotAllowed, await force.Get<PauseChannel>().RunAsync(elsewhere, channel, "Because.", ChannelsForce.Ct));
    }

    [Theory]
    [InlineData("", QuietRule.Learned, null, "Enter a name for the channel")]
    [InlineData("Name", QuietRule.Fixed, null, "Enter after how many minutes a silence raises an alarm")]
    [InlineData("Name", QuietRule.Fixed, 4, "The minutes must be between 5 and 44,640")]
    [InlineData("Name", (QuietRule)9, null, "Choose when a silence raises an alarm")]
    internal void Details_ThatMakeNoSense_AreNamed(string name, QuietRule rule, int? minutes, string error)
    {
        var result = new ChannelDetailsValidator().Validate(new ChannelDetails { Name = name, QuietRule = rule, QuietMinutes = minutes });
        Assert.Equal(error, Assert.Single(result.Errors).ErrorMessage);
    }

    [Theory]
    [InlineData("service", "javascript:alert(1)", "Service must be a whole address, like https://example.police.uk")]
    [InlineData("service", "https://user:pass@fake.example", "Service must be a whole address, like https://example.police.uk")]
    [InlineData("handle", "two\nlines", "Handle must be one line")]
    [InlineData("handle", " ", "Enter handle")]
    [InlineData("password", "", "Enter app password")]
    public void Settings_ThatTheConnectorCannotUse_AreNamed(string name, string value, string error)
    {
        var values = ChannelsForce.Filled();
        values[name] = value;
        Assert.Equal(error, Assert.Single(SettingsCheck.Errors(new FakeNetwork().Manifest, values, [])).Value);
    }
}
