using PoliceSocial.Ledger.Verify;
using PoliceSocial.Network;

namespace PoliceSocial.Host.Tests.CommandLine;

/// <summary>The host is killed while it appends, sequences and signs; what it had done is whole, and it goes on.</summary>
public sealed class KilledLedgerTests
{
    private const string Captured = "SELECT CAST(COUNT(*) AS TEXT) FROM Entry e JOIN Word w ON w.Id = e.Type WHERE w.Text = 'Inbox.ItemCaptured'";
    private static readonly Dictionary<string, string> Hurried = new() { ["Audit__CheckpointEvery"] = "00:00:00.02" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(11)]
    public async Task Ledger_OfAHostThatIsKilledAgainAndAgain_VerifiesAndMissesNothing(int seed)
    {
        var random = new Random(seed);
        var host = await RunningHost.StartAsync("football-derby-disorder", speed: 300, Ct, Hurried);
        for (var kill = 0; kill < 3; kill++)
        {
            var before = await CountAsync(host, "audit", "SELECT CAST(COUNT(*) AS TEXT) FROM Entry");
            var more = before + random.Next(1, 40);
            await Eventually.BeSoAsync(async () => await CountAsync(host, "audit", "SELECT CAST(COUNT(*) AS TEXT) FROM Entry") >= more, "the ledger growing", Ct);
            await host.KillAsync(Ct);
            host = await RunningHost.StartAsync("football-derby-disorder", speed: 300, Ct, Hurried, host.Data);
        }

        await using var running = host;
        await Eventually.BeSoAsync(
            async () => await CountAsync(host, "inbox", "SELECT CAST(COUNT(*) AS TEXT) FROM CapturedItem") is > 0 and var items && items <= await CountAsync(host, "audit", Captured),
            "an entry for every item", Ct);
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
