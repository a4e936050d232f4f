using PoliceSocial.Ledger.Verify;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.CommandLine;

/// <summary>The host is killed while it appends, sequences and signs; what it had done is whole, and it goes on.</summary>
public sealed class KilledLedgerTests
{
    private const string Captured = "SELECT CAST(COUNT(*) AS TEXT) FROM Entry e JOIN Word w ON w.Id = e.Type WHERE w.Text = 'Inbox.ItemCaptured'";
    private const string Searched = "SELECT CAST(COUNT(*) AS TEXT) FROM Entry e JOIN Word w ON w.Id = e.Type WHERE w.Text = 'Inbox.MessagesSearched'";
    private static readonly Dictionary<string, string> Hurried = new() { ["Audit__CheckpointEvery"] = "00:00:00.02" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(11)]
    public async Task Ledger_OfAHostThatIsKilledAgainAndAgain_VerifiesAndMissesNothing(int seed)
    {
        var random = new Random(seed);
        var searched = 0;
        var host = await RunningHost.StartAsync("night-shift", speed: 300, Ct, Hurried);
        for (var kill = 0; kill < 3; kill++)
        {
            using (var person = await host.SignInAsync(Everyone.Operator, Ct))
            {
                // What is answered is on record, however soon the process is gone.
                for (var more = random.Next(3, 20); more > 0; more--, searched++)
                    Assert.Equal(System.Net.HttpStatusCode.OK, (await person.GetAsync("/inbox?q=help", Ct)).Status);
            }

            await host.KillAsync(Ct);
            host = await RunningHost.StartAsync("night-shift", speed: 300, Ct, Hurried, host.Data);
        }

        await using var running = host;
        await Eventually.BeSoAsync(
            async () => await CountAsync(host, "inbox", "SELECT CAST(COUNT(*) AS TEXT) FROM CapturedItem") is > 0 and var items && items <= await CountAsync(host, "audit", Captured)
                && await CountAsync(host, "audit", Searched) >= searched,
            "an entry for every item and every search", Ct);
        Assert.Equal(searched, await CountAsync(host, "audit", Searched));
        var folder = Directory.CreateTempSubdirectory("policesocial-killed-");
        try
        {
            var kept = LedgerVerifier.ReadCheckpoints(Path.Combine(host.Data, "checkpoints", "checkpoints.txt"))!;
            var exported = Path.Combine(folder.FullName, "export");
            var answer = await Executable.RunApartAsync(Ct, "audit", "export", "--data", host.Data, "--out", exported);
            Assert.True(answer.Code == 0, answer.Complained);
            var report = LedgerVerifier.Verify(exported, new() { Expected = kept }, Ct);
            Assert.True(report.Fault is null, report.Fault?.What);
            Assert.True(report.Checkpoints > 3, $"Only {report.Checkpoints} checkpoints were signed.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<long> CountAsync(RunningHost host, string schema, string sql)
    {
        await using var store = await StoreFile.OpenAsync(host, schema, Ct);
        return long.Parse((await store.TextsAsync(sql, Ct))[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
