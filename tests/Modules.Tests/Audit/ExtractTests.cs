using System.Text;
using PoliceSocial.Audit.Extracting;
using PoliceSocial.Channels;
using PoliceSocial.Contracts;
using PoliceSocial.Contracts.Audit;
using PoliceSocial.Contracts.Channels;
using PoliceSocial.Contracts.Evidence;
using PoliceSocial.Contracts.Inbox;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Evidence;
using PoliceSocial.Inbox;
using PoliceSocial.Incidents;
using PoliceSocial.Platform.Data;

namespace PoliceSocial.Modules.Tests.Audit;

/// <summary>The log of section 62, for the Information Commissioner.</summary>
public sealed class ExtractTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory, Databases]
    public async Task Extract_HoldsTheSixOperationsOfThePeriod_WithRecipientsAndPurposes_AndIsOnRecord(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.HappenAsync<InboxModule>(new ConversationViewed(1_003, 9, 12), new ConversationsLinked(1, 2, 3), new ConversationClaimed(1_003, 7));
        await rig.UntilAsync(3);
        await rig.HappenAsync<EvidenceModule>(new EvidenceExported(5, "=The Crown, \"CPS\"", "ff", 1, 1, 0));
        await rig.UntilAsync(4);
        await rig.HappenAsync<IncidentsModule>(new IncidentHandedOver(4, 6, "storm", "hash"));
        await rig.HappenAsync<ChannelsModule>(new ChannelResumed(100));
        await rig.UntilAsync(6);
        await rig.SignAsync();
        var (summary, files) = await MakeAsync(rig, Day, Day);

        var lines = files["entries.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExtractCsv.Header, lines[0]);
        Assert.Equal((5, 0, 6), (summary.Entries, summary.NotSigned, summary.Size));
        Assert.Equal(["consultation", "combination", "alteration", "disclosure", "disclosure"], lines.Skip(1).Select(l => l.Split(',')[3]));
        Assert.Contains(",\"'=The Crown, \"\"CPS\"\"\",to answer the public,kept", lines[4], StringComparison.Ordinal);
        Assert.Contains(",storm,to answer the public,kept", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("0,2026-11-21T02:00:00.000Z,2026-11-21 02:00:00 +00:00,consultation,Inbox.ConversationViewed,", lines[1], StringComparison.Ordinal);
        Assert.Contains(summary.Root, files["checkpoint.txt"], StringComparison.Ordinal);
        Assert.Contains(summary.Root, files["summary.html"], StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">disclosure</th><td class=\"n\">2</td>", files["summary.html"], StringComparison.Ordinal);
        Assert.NotEmpty(files["log.pub"]);
        Assert.Contains(new IcoExtractGiven("The Commissioner", Day, Day, 6), await rig.OutboxAsync());
    }

    [Theory, Databases]
    public async Task Extract_LeavesOutOtherDays_AndSaysWhatIsNotSignedYet(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.ClaimAsync(3);
        await rig.UntilAsync(3);
        await rig.SignAsync();
        await rig.ClaimAsync(2, from: 10);
        await rig.UntilAsync(5);

        Assert.Equal((3, 2), Counts(await MakeAsync(rig, Day, Day)));
        Assert.Equal((0, 0), Counts(await MakeAsync(rig, Day.AddDays(-30), Day.AddDays(-1))));
        Assert.Equal((0, 0), Counts(await MakeAsync(rig, Day.AddDays(1), Day.AddDays(1))));
    }

    [Theory, Databases]
    public async Task Extract_OfMoreThanOnePart_HoldsEachEntryOnce_InTheOrderOfTime(Dialect dialect)
    {
        await using var rig = await LedgerRig.OpenAsync(dialect);
        await rig.StartAsync();
        await rig.SignAsync();
        await rig.HappenAsync<InboxModule>([.. Enumerable.Range(1, 1_203).Select(i => new ConversationClaimed(i, 7))]);
        await rig.UntilAsync(1_203);
        await rig.SignAsync();

        var (summary, files) = await MakeAsync(rig, Day, Day);
        Assert.Equal(1_203, summary.Entries);
        Assert.Equal(Enumerable.Range(0, 1_203), files["entries.csv"].Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => int.Parse(l.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Extract_IntoAFolderThatHoldsSomething_OrOfNoPeriod_WritesNothing()
    {
        await using var rig = await LedgerRig.OpenAsync(Dialect.Sqlite);
        var make = rig.Get<IIcoExtract>();
        var folder = Path.Combine(rig.Folder, "extract");
        await Assert.ThrowsAsync<InvalidOperationException>(() => make.WriteAsync(folder, Day, Day.AddDays(-1), "Anybody", LedgerRig.Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => make.WriteAsync(folder, Day, Day, " ", LedgerRig.Ct));
        await Assert.ThrowsAsync<IOException>(() => make.WriteAsync(rig.Folder, Day, Day, "Anybody", LedgerRig.Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => make.WriteAsync(folder, Day, Day, "Anybody", LedgerRig.Ct));
        Assert.DoesNotContain(await rig.OutboxAsync(), e => e is IcoExtractGiven);
    }

    [Fact]
    public void Recipient_OfWhatWasTamperedWithOrIsNoDisclosure_IsEmpty()
    {
        Assert.Equal("CPS", Recipients.Of(Family.Disclosed, "{\"recipient\":\"CPS\"}"));
        Assert.Equal("", Recipients.Of(Family.Altered, "{\"recipient\":\"CPS\"}"));
        Assert.Equal("", Recipients.Of(Family.Disclosed, "{\"recipient\""));
        Assert.Equal("", Recipients.Of(Family.Disclosed, "[1]"));
        Assert.Equal("", Recipients.Of(Family.Disclosed, null));
    }

    private static (long, long) Counts((IcoExtractSummary Summary, Dictionary<string, string> Files) made) => (made.Summary.Entries, made.Summary.NotSigned);

    private static async Task<(IcoExtractSummary Summary, Dictionary<string, string> Files)> MakeAsync(LedgerRig rig, DateOnly from, DateOnly to)
    {
        var folder = Path.Combine(rig.Folder, $"extract-{Guid.CreateVersion7():n}");
        var summary = await rig.Get<IIcoExtract>().WriteAsync(folder, from, to, "The Commissioner", LedgerRig.Ct);
        return (summary, Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f, Encoding.UTF8)));
    }
}
